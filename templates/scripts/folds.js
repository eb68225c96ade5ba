// Opens a closed <details> that contains the target of a link, and all of them for printing. Newer browsers do both.
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
