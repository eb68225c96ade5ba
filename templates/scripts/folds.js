// What is folded opens for who is led into it, and on paper. Newer browsers do both by themselves.
{
  function open() {
    const fold = document.querySelector("details:not([open]):has(:target)");
    if (!fold) return;
    fold.open = true;
    document.querySelector(":target").scrollIntoView();
  }

  addEventListener("hashchange", open);
  open();
  if (!CSS.supports("selector(::details-content)")) {
    addEventListener("beforeprint", () => {
      for (const fold of document.querySelectorAll("details")) fold.open = true;
    });
  }
}
