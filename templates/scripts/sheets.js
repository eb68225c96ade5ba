// Sheets to fill in: storing answers if the reader asks for it, printing long answers, charts for diaries.
{
  const KEPT = "guide-sheet:";
  const NAME = KEPT + location.pathname; // with the path, as several guides may share a host
  const fields = [...document.querySelectorAll(".sheet :is(input, select, textarea)")];
  const isMark = (field) => field.type === "checkbox" || field.type === "radio";
  const answerOf = (field) => (isMark(field) ? field.checked : field.value);
  const keyOf = (field) => field.id || `${field.name}=${field.value}`;
  const isKept = () => stored(NAME) !== null;

  // Keeping and erasing

  const { status, buttons, setStatus } = statusPanel();

  /** Let the browser ask before it leaves a page with answers that are not stored. */
  function guard() {
    onbeforeunload = !isKept() && fields.some(answerOf) ? () => true : null;
  }

  function showState() {
    guard();
    const erase = button("Erase all that I typed", askToErase);
    if (isKept()) {
      setStatus(
        "What you type here is kept on this device, in this browser. Others who use it can read it.",
        button("Stop keeping it", stopKeeping),
        erase,
      );
    } else {
      setStatus(
        "What you type here is gone when you leave or reload this page.",
        button("Keep on this device", startKeeping),
        erase,
      );
    }
  }

  function save() {
    const filled = fields.filter(answerOf).map((field) => [keyOf(field), answerOf(field)]);
    return store(NAME, JSON.stringify(Object.fromEntries(filled)));
  }

  function startKeeping() {
    if (save()) showState();
    else setStatus("This browser does not allow it. Print the sheet instead.", button("Erase all that I typed", askToErase));
    buttons.firstChild.focus();
  }

  function stopKeeping() {
    store(NAME, null);
    showState();
    buttons.firstChild.focus();
  }

  function askToErase() {
    const yes = button("Yes, erase it", erase);
    setStatus("Erase what you typed here, and what is kept of all sheets?", yes, button("No", showState));
    yes.focus();
  }

  function erase() {
    for (const name of keptNames()) store(name, null);
    for (const field of fields) fill(field);
    show();
    showState();
    status.prepend("It is erased. ");
    buttons.firstChild.focus();
  }

  function keptNames() {
    try {
      return Object.keys(localStorage).filter((name) => name.startsWith(KEPT));
    } catch {
      return [];
    }
  }

  function fill(field, answer) {
    if (isMark(field)) field.checked = answer === true;
    else field.value = answer ?? "";
  }

  function fillAll() {
    try {
      const answers = JSON.parse(stored(NAME) ?? "{}");
      for (const field of fields) if (keyOf(field) in answers) fill(field, answers[keyOf(field)]);
    } catch {
      store(NAME, null); // not JSON of ours
    }
  }

  // Paper

  /** Mirror an answer as text for printing, as a field prints only what fits into it. */
  function showOnPaper(field) {
    if (isMark(field) || field.tagName === "SELECT") return;
    if (!field.nextElementSibling?.matches(".answer__printed"))
      field.after(make("span", { className: "answer__printed" }));
    field.nextElementSibling.textContent = field.value;
    field.classList.toggle("answer--filled", field.value !== "");
  }

  // The chart of a diary

  function svg(name, attributes, ...children) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  /** The columns of a table whose cells are selects of numbers: label, scale, and the selects by row. */
  function scales(table) {
    const rows = [...table.tBodies[0].rows];
    return [...rows[0].cells].slice(1).flatMap((cell, column) => {
      const choices = [...(cell.querySelector("select")?.options ?? [])].map((one) => one.value).filter(Boolean);
      if (choices.length < 3 || choices.some((one) => Number.isNaN(Number(one)))) return [];
      const boxes = rows.map((row) => ({
        label: row.cells[0].textContent,
        box: row.cells[column + 1].querySelector("select"),
      }));
      return [{ asked: cell.dataset.label, low: Number(choices[0]), high: Number(choices.at(-1)), boxes }];
    });
  }

  /** Short tick labels that stay distinct: the first letters (“Mon”), else the last word (“8” of “Week 8”), else a count. */
  function marksOf(labels) {
    const begun = labels.map((label) => label.slice(0, 3));
    const ended = labels.map((label) => label.split(" ").at(-1).slice(0, 6));
    const isClear = (marks) => new Set(marks).size === marks.length;
    return [begun, ended].find(isClear) ?? labels.map((_, at) => String(at + 1));
  }

  /** A line chart of the answers, with gaps for empty ones, and a text alternative. */
  function chart({ asked, low, high, boxes }) {
    const [width, height, edge] = [320, 150, 28];
    const across = (at) => edge + (at * (width - 2 * edge)) / Math.max(boxes.length - 1, 1);
    const up = (value) => height - edge - ((value - low) * (height - 2 * edge)) / (high - low);
    const values = boxes.map(({ box }) => (box.value === "" ? null : Number(box.value)));
    const marks = marksOf(boxes.map(({ label }) => label));
    const picture = svg("svg", {
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": `${asked}, as a line of dots. The numbers stand below.`,
    });
    for (const value of [low, high]) {
      picture.append(
        svg("line", { class: "chart__edge", x1: edge, x2: width - edge, y1: up(value), y2: up(value) }),
        svg("text", { class: "chart__words", x: edge - 8, y: up(value) + 5, "text-anchor": "end" }, String(value)),
      );
    }
    values.forEach((value, at) => {
      picture.append(
        svg("text", { class: "chart__words", x: across(at), y: height - 6, "text-anchor": "middle" }, marks[at]),
      );
      if (value === null) return;
      const next = values[at + 1] ?? null;
      if (next !== null)
        picture.append(
          svg("line", { class: "chart__line", x1: across(at), x2: across(at + 1), y1: up(value), y2: up(next) }),
        );
      picture.append(svg("circle", { class: "chart__dot", cx: across(at), cy: up(value), r: 5 }));
    });
    const words = boxes.map(({ label }, at) => `${label}: ${values[at] ?? "nothing written"}`).join(". ");
    return make(
      "figure",
      { className: "chart" },
      make("figcaption", {}, `${asked} (${low} to ${high})`),
      picture,
      make("p", { className: "chart__twin" }, `${words}.`),
    );
  }

  const diaries = [...document.querySelectorAll(".sheet table")].map((table) => {
    const place = make("div", { className: "charts" });
    table.closest(".sheet").append(place);
    return { place, columns: scales(table) };
  });

  function show() {
    for (const field of fields) showOnPaper(field);
    for (const { place, columns } of diaries) {
      const shown = columns.filter(({ boxes }) => boxes.filter(({ box }) => box.value !== "").length > 1);
      place.replaceChildren(...shown.map(chart));
    }
  }

  document.addEventListener("input", ({ target }) => {
    if (!fields.includes(target)) return;
    show();
    guard();
    if (isKept() && !save()) showState();
  });
  const panel = make("div", { className: "sheet sheet--kept", role: "group", ariaLabel: "What you typed" }, status, buttons);
  for (const field of fields) field.autocomplete = "off"; // otherwise Firefox restores answers on reload
  [...document.querySelectorAll(".sheet")].at(-1)?.after(panel);
  fillAll();
  show();
  showState();
}
