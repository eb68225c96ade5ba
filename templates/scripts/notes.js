// A button in each note that was opened, for who looks for one. Esc and a tap beside the note do the same without scripts.
document.addEventListener(
  "beforetoggle",
  ({ target }) => {
    if (!target.matches(".note") || target.lastElementChild.matches("button")) return;
    target.append(make("button", { type: "button", popoverTargetElement: target }, "Close"));
  },
  true, // this event does not rise
);
