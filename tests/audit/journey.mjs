// Visits the site in Firefox or WebKit, uses its search, form and claim checker, and prints all failures as JSON:
// node journey.mjs firefox|webkit PARAMETERS (JSON). Both browsers get the same driver interface.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(`${process.env.TOOLS}/`);
const load = (name) => import(pathToFileURL(resolve(name)));
const PHONE = { width: 390, height: 844 };
const FOLDER = process.env.FOLDER;
const RECORD_ERRORS = `window.recordedErrors = [];
  for (const type of ["error", "unhandledrejection", "securitypolicyviolation"])
    addEventListener(type, (event) => recordedErrors.push(String(event.message ?? event.reason ?? event.blockedURI)), true);`;
const ABORTED = "NS_BINDING_ABORTED"; // by navigation to the next page
const TIMEOUT = 15000; // milliseconds

/** Firefox, over WebDriver BiDi, which reports console messages and requests. */
async function firefox(executablePath) {
  const { default: puppeteer } = await load("puppeteer-core");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  const errors = [];
  page.on("console", (message) => ["error", "warn", "warning"].includes(message.type()) && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data:|blob:)/.test(url) && !url.startsWith(HOME)) errors.push(`request to another host: ${url}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== ABORTED) errors.push(`failed request: ${request.url()}: ${reason}`);
  });
  await page.setViewport(PHONE);
  return {
    name: await browser.version(),
    errors,
    open: (url) => page.goto(url, { waitUntil: "networkidle0" }),
    run: (code) => page.evaluate(code),
    type: (selector, words) => page.type(selector, words),
    click: (selector) => page.click(selector),
    clickButton: async (selector, words) => (await page.$(`${selector} ::-p-text(${words})`)).click(),
    screenshot: (path) => page.screenshot({ path }),
    close: () => browser.close(),
  };
}

/**
 * WebKit, over WebDriver, which does not report console messages: errors are recorded once a page has loaded. An
 * earlier error shows in what `visit` checks.
 */
async function webkit(executablePath, window) {
  const { Browser, Builder, By, Capabilities } = (await load("selenium-webdriver")).default;
  const port = await freePort();
  const driver = spawn(executablePath, [`--port=${port}`], { stdio: "ignore" });
  const errors = [];
  const options = { binary: window, args: ["--automation"] };
  const wanted = new Capabilities({ browserName: Browser.MINIBROWSER ?? "MiniBrowser", "webkitgtk:browserOptions": options });
  await listening(port);
  const page = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
  const find = (selector) => page.findElement(By.css(selector));
  const capabilities = await page.getCapabilities();
  await page.manage().window().setRect({ x: 0, y: 0, ...PHONE });
  return {
    name: `${capabilities.get("browserName")} ${capabilities.get("browserVersion")}`,
    errors,
    open: async (url) => {
      errors.push(...((await page.executeScript("return window.recordedErrors")) ?? []));
      await page.get(url);
      await page.executeScript(RECORD_ERRORS);
    },
    run: (code) => page.executeScript(`return ${code}`),
    type: async (selector, words) => (await find(selector)).sendKeys(words),
    click: async (selector) => (await find(selector)).click(),
    clickButton: async (selector, words) => {
      const buttons = await page.findElements(By.css(`${selector} button`));
      const names = await Promise.all(buttons.map((button) => button.getText()));
      await buttons[names.indexOf(words)].click();
    },
    screenshot: async (path) => writeFileSync(path, await page.takeScreenshot(), "base64"),
    close: async () => {
      await page.quit();
      driver.kill();
    },
  };
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function listening(port) {
  for (const end = Date.now() + TIMEOUT; Date.now() < end; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The browser driver does not answer.");
}

const [engine, parameters] = process.argv.slice(2);
const { home: HOME, kinds, collapsed, search, sheet, checker, claim, executable, window } = JSON.parse(parameters);
const browser = await { firefox, webkit }[engine](executable, window);
const findings = [];

/** Evaluates an expression in the page until its value is as expected; after the timeout, that is a finding. */
async function expect(description, expression, isExpected = (value) => value === true) {
  let value;
  const end = Date.now() + TIMEOUT;
  do {
    value = await browser.run(expression);
    if (isExpected(value)) return;
    await new Promise((done) => setTimeout(done, 100));
  } while (Date.now() < end);
  findings.push(`${description}: ${JSON.stringify(value)}`);
}

/** Opens a page, and checks what holds for all pages. */
async function visit(name, address) {
  await browser.open(HOME + address);
  await expect(`${name}: the heading is visible`, "document.querySelector('h1')?.getClientRects().length > 0");
  await expect(`${name}: the style sheet is loaded`, "getComputedStyle(document.body).getPropertyValue('--tap') !== ''");
  await expect(`${name}: the scripts have run`, "document.querySelector('[name=_theme]') !== null");
  await expect(`${name}: nothing overflows horizontally`, "document.documentElement.scrollWidth <= innerWidth");
  await expect(
    `${name}: all images are loaded`,
    "[...document.images].filter(({ complete, naturalWidth }) => complete && !naturalWidth).map(({ src }) => src).join()",
    (broken) => broken === "",
  );
  await expect(
    `${name}: nothing is loaded from another host`,
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin)).join()",
    (foreign) => foreign === "",
  );
}

for (const [kind, address] of Object.entries(kinds)) {
  await visit(kind, address);
  await browser.screenshot(`${FOLDER}/${kind.replace(/[^a-z0-9]+/g, "-")}.png`);
}

const SOURCE = "document.querySelector('#source-2').getBoundingClientRect()";
const IS_VISIBLE = `${SOURCE}.height > 0 && ${SOURCE}.top >= 0 && ${SOURCE}.top < innerHeight`;
await visit("sources", collapsed);
await expect("sources: the list is collapsed", "document.querySelector('.references > details').open", (value) => value === false);
await browser.run("(location.hash = 'source-2')");
await expect("sources: a fragment within the page opens the list at its source", IS_VISIBLE);
await visit("search", search);
await visit("sources, from another page", `${collapsed}#source-2`);
await expect("sources: a fragment from another page opens the list at its source", IS_VISIBLE);
await browser.screenshot(`${FOLDER}/sources-open.png`);

await visit("search", search);
await browser.type("#_search", "ketamin drip"); // misspelt, as a reader may type it
await browser.click(".search button");
await expect(
  "search: the first results are about ketamine",
  "[...document.querySelectorAll('.search__title')].slice(0, 3).some((one) => /ketamine/i.test(one.textContent))",
);
await browser.screenshot(`${FOLDER}/search-found.png`);

const ANSWER = ".sheet textarea.answer, .sheet input.answer";
await visit("sheet", sheet);
await browser.clickButton(".sheet--kept", "Keep on this device");
await browser.type(ANSWER, "My hand");
await visit("sheet, again", sheet);
await expect("sheet: the input is stored", `document.querySelector('${ANSWER}').value`, (value) => value === "My hand");
await browser.screenshot(`${FOLDER}/sheet-kept.png`);
await browser.clickButton(".sheet--kept", "Erase all that I typed");
await browser.clickButton(".sheet--kept", "Yes, erase it");
await expect("sheet: the input is erased", `document.querySelector('${ANSWER}').value`, (value) => value === "");
await expect("sheet: local storage is empty", "localStorage.length", (count) => count === 0);

await visit("claim checker", checker);
await browser.type("#_claim-checker", `${claim} The weather is fine.`);
await browser.click(".claim-checker__form button");
await expect(
  "claim checker: it lists matching claims",
  "document.querySelectorAll('.claim-checker__found .rows > li').length > 0",
);
await browser.screenshot(`${FOLDER}/claims-found.png`);

await browser.open(HOME); // collects the errors of the last page
findings.push(...browser.errors);
console.log(JSON.stringify({ name: browser.name, findings }));
await browser.close();
process.exit();
