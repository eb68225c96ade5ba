// The choice of a colour theme: light, dark, or that of the device, a setting that not every reader knows.
{
  const KEY = "guide-theme"; // scripts/head.js reads it before the first paint
  const root = document.documentElement;
  const meta = document.querySelector("meta[name=color-scheme]");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : night.matches);

  function choose(theme) {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    meta.content = theme || "light dark";
    store(KEY, theme || null);
    show();
  }

  const radios = ["light", "dark", ""].map((value) =>
    make("input", { type: "radio", name: "_theme", value, className: "device__mark", onchange: () => choose(value) }),
  );
  const choice = (radio, words) => make("label", { className: "device__choice" }, radio, make("span", {}, words));
  device.append(
    make(
      "fieldset",
      { className: "device__choices" },
      make("legend", {}, "Colours of the screen"),
      choice(radios[0], "Light"),
      choice(radios[1], "Dark"),
      choice(radios[2], "As my device"),
    ),
  );

  // A switch also at the top, in the menu or next to the search: readers whom light hurts cannot scroll down for it.
  const other = make("button", { className: "site-nav__search", onclick: () => choose(isDark() ? "light" : "dark") });
  const close = document.querySelector(".site-nav__close");
  const menu = make("div", { className: "device__buttons" });
  const wide = matchMedia("(min-width: 62rem)"); // as in components/site-nav
  close?.replaceWith(menu);
  menu.append(close ?? "");

  function place() {
    if (close && !wide.matches) menu.prepend(other);
    else document.querySelector(".site-nav__search")?.before(other);
  }

  function show() {
    other.textContent = isDark() ? "Switch to light" : "Switch to dark";
    for (const radio of radios) radio.checked = radio.value === (root.dataset.theme ?? "");
  }

  wide.addEventListener("change", place);
  night.addEventListener("change", show);
  place();
  show();
}
