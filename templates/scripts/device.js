// Helpers shared by all scripts, and the section “On this device”, which is created here, as it needs scripts to work.

/** The URL of the site's root folder. */
const SITE = new URL(".", document.currentScript.src);

/** An element with these properties and children. */
function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** An item of the local storage, or null. Browsers with storage turned off throw on any access. */
function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Store an item in the local storage; null removes it. Returns whether the browser allowed it. */
function store(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** A status line and its buttons; `setStatus` replaces the text and the buttons. */
function statusPanel() {
  const status = make("p", { role: "status" });
  const buttons = make("div", { className: "device__buttons" });
  const setStatus = (words, ...offered) => {
    status.textContent = words;
    buttons.replaceChildren(...offered);
  };
  return { status, buttons, setStatus };
}

/** A button with a click handler. */
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

// Added by a script, although the link needs none, to keep these bytes out of the HTML of every page.
document.querySelector(".site-footer__links")?.prepend(make("li", {}, make("a", { href: "#" }, "Back to the top")));
