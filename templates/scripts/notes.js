// Adds a close button to a popover when it opens. Esc and a click outside close it without scripts too.
document.addEventListener(
  "beforetoggle",
  ({ target }) => {
    if (!target.matches(".note") || target.lastElementChild.matches("button")) return;
    target.append(make("button", { type: "button", popoverTargetElement: target }, "Close"));
  },
  true, // this event does not bubble
);
