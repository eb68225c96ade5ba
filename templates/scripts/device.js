// What a reader may choose for this device. All of it is made here: without scripts none of it could work.

/** Where the site begins, whatever folder or disk it lies in. */
const SITE = new URL(".", document.currentScript.src);

/** An element with these properties and children. */
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** What was kept under a name, or null. A browser that keeps nothing throws, also when it is only asked. */
function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keep a text under a name; null forgets it. False when the browser refuses. */
function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** A place that says how things stand, and the buttons that can change it. */
function board() {
  const status = make("p", { role: "status" });
  const buttons = make("div", { className: "device__buttons" });
  const tell = (words, ...offered) => {
    status.textContent = words;
    buttons.replaceChildren(...offered);
  };
  return { status, buttons, tell };
}

/** A button that does this. */
function button(words, act) {
  const made = make("button", { type: "button", className: "button-link" }, words);
  made.addEventListener("click", act);
  return made;
}

const device = make(
  "section",
  { className: "device" },
  make("h2", { className: "device__heading", id: "_device" }, "On this device"),
);
device.setAttribute("aria-labelledby", "_device");
document.querySelector(".site-footer")?.prepend(device);

// Pages are many screens long on a phone. A link needs no script, but its bytes would be those of every page's first answer.
document.querySelector(".site-footer__links")?.prepend(make("li", {}, make("a", { href: "#" }, "Back to the top")));
