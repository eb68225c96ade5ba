// Light or dark, or as the device has it: not every reader with sore eyes knows that setting of theirs.
{
  const KEY = "guide-theme"; // scripts/head.js reads it before the page is drawn
  const meta = document.querySelector("meta[name=color-scheme]");

  function choose(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    meta.content = theme || "light dark";
    keep(KEY, theme || null);
  }

  const choice = (theme, words) => {
    const radio = make("input", { type: "radio", name: "_theme", value: theme, className: "device__mark" });
    radio.checked = (kept(KEY) ?? "") === theme;
    radio.addEventListener("change", () => choose(theme));
    return make("label", { className: "device__choice" }, radio, make("span", {}, words));
  };
  device.append(
    make(
      "fieldset",
      { className: "device__choices" },
      make("legend", {}, "Colours of the screen"),
      choice("light", "Light"),
      choice("dark", "Dark"),
      choice("", "As my device"),
    ),
  );
}
