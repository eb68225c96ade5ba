// What is folded opens for who is led into it, and on paper. Newer browsers do both by themselves.
{
  function open() {
    const target = document.getElementById(location.hash.slice(1));
    const fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  }

  addEventListener("hashchange", open);
  open();
  if (!CSS.supports("selector(::details-content)")) {
    addEventListener("beforeprint", () => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
  }
}
