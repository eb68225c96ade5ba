// Goes through the site as a reader does, in a browser that is not Chromium, and prints what went wrong:
// node journey.mjs firefox|webkit PLACES, a JSON of where to go. One journey for both; only the driving differs.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(`${process.env.TOOLS}/`);
const load = (name) => import(pathToFileURL(resolve(name)));
const PHONE = { width: 390, height: 844 };
const FOLDER = process.env.FOLDER;
const LISTEN = `window.heard = [];
  for (const kind of ["error", "unhandledrejection", "securitypolicyviolation"])
    addEventListener(kind, (one) => heard.push(String(one.message ?? one.reason ?? one.blockedURI)), true);`;
const LEFT = "NS_BINDING_ABORTED"; // the page before was left while it still asked for something
const PATIENCE = 15000; // milliseconds until what a page should show is there

/** Firefox, over WebDriver BiDi: it tells of the console and of each request by itself. */
async function firefox(executablePath) {
  const { default: puppeteer } = await load("puppeteer-core");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  const heard = [];
  page.on("console", (one) => ["error", "warn", "warning"].includes(one.type()) && heard.push(one.text()));
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("request", (request) => /^(data:|blob:)/.test(request.url()) || request.url().startsWith(HOME) || heard.push(`asked for ${request.url()}`));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== LEFT) heard.push(`failed: ${request.url()}: ${reason}`);
  });
  await page.setViewport(PHONE);
  return {
    name: await browser.version(),
    heard,
    open: (url) => page.goto(url, { waitUntil: "networkidle0" }),
    run: (code) => page.evaluate(code),
    type: (selector, words) => page.type(selector, words),
    click: (selector) => page.click(selector),
    press: async (selector, words) => (await page.$(`${selector} ::-p-text(${words})`)).click(),
    shoot: (path) => page.screenshot({ path }),
    end: () => browser.close(),
  };
}

/**
 * WebKit, over WebDriver, which tells nothing of the console: errors are heard from the time a page has loaded. One
 * before that leaves undone what “visit” looks for.
 */
async function webkit(executablePath, window) {
  const { Browser, Builder, By, Capabilities } = (await load("selenium-webdriver")).default;
  const port = await freePort();
  const driver = spawn(executablePath, [`--port=${port}`], { stdio: "ignore" });
  const heard = [];
  const options = { binary: window, args: ["--automation"] };
  const wanted = new Capabilities({ browserName: Browser.MINIBROWSER ?? "MiniBrowser", "webkitgtk:browserOptions": options });
  await listening(port);
  const page = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
  const find = (selector) => page.findElement(By.css(selector));
  const capabilities = await page.getCapabilities();
  await page.manage().window().setRect({ x: 0, y: 0, ...PHONE });
  return {
    name: `${capabilities.get("browserName")} ${capabilities.get("browserVersion")}`,
    heard,
    open: async (url) => {
      heard.push(...((await page.executeScript("return window.heard")) ?? []));
      await page.get(url);
      await page.executeScript(LISTEN);
    },
    run: (code) => page.executeScript(`return ${code}`),
    type: async (selector, words) => (await find(selector)).sendKeys(words),
    click: async (selector) => (await find(selector)).click(),
    press: async (selector, words) => {
      const buttons = await page.findElements(By.css(`${selector} button`));
      const names = await Promise.all(buttons.map((one) => one.getText()));
      await buttons[names.indexOf(words)].click();
    },
    shoot: async (path) => writeFileSync(path, await page.takeScreenshot(), "base64"),
    end: async () => {
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
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("The driver of the browser does not answer.");
}

const [engine, places] = process.argv.slice(2);
const { home: HOME, kinds, folded, search, sheet, checker, claim, executable, window } = JSON.parse(places);
const browser = await { firefox, webkit }[engine](executable, window);
const findings = [];

async function expect(what, code, right = (value) => value === true) {
  let value;
  const end = Date.now() + PATIENCE;
  do {
    value = await browser.run(code);
    if (right(value)) return;
    await new Promise((done) => setTimeout(done, 100));
  } while (Date.now() < end);
  findings.push(`${what}: ${JSON.stringify(value)}`);
}

async function visit(place, address) {
  await browser.open(HOME + address);
  await expect(`${place}: a heading is seen`, "document.querySelector('h1')?.getClientRects().length > 0");
  await expect(`${place}: the style has come`, "getComputedStyle(document.body).getPropertyValue('--tap') !== ''");
  await expect(`${place}: the scripts have run`, "document.querySelector('[name=_theme]') !== null");
  await expect(`${place}: it is as wide as the window`, "document.documentElement.scrollWidth <= innerWidth");
  await expect(
    `${place}: every picture has come`,
    "[...document.images].filter(({ complete, naturalWidth }) => complete && !naturalWidth).map(({ src }) => src).join()",
    (broken) => broken === "",
  );
  await expect(
    `${place}: all that was asked for is of the site`,
    "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !name.startsWith(location.origin)).join()",
    (foreign) => foreign === "",
  );
}

for (const [kind, address] of Object.entries(kinds)) {
  await visit(kind, address);
  await browser.shoot(`${FOLDER}/${kind.replace(/[^a-z0-9]+/g, "-")}.png`);
}

const SOURCE = "document.querySelector('#source-2').getBoundingClientRect()";
const IS_SEEN = `${SOURCE}.height > 0 && ${SOURCE}.top >= 0 && ${SOURCE}.top < innerHeight`;
await visit("sources", folded);
await expect("sources: they wait folded", "document.querySelector('.references > details').open", (value) => value === false);
await browser.run("(location.hash = 'source-2')");
await expect("sources: a way within the page opens the list at its source", IS_SEEN);
await visit("search", search);
await visit("sources, from elsewhere", `${folded}#source-2`);
await expect("sources: a link from another page opens the list at its source", IS_SEEN);
await browser.shoot(`${FOLDER}/sources-open.png`);

await visit("search", search);
await browser.type("#_search", "ketamin drip"); // as a reader may spell it
await browser.click(".search button");
await expect(
  "search: the first results are about ketamine",
  "[...document.querySelectorAll('.search__title')].slice(0, 3).some((one) => /ketamine/i.test(one.textContent))",
);
await browser.shoot(`${FOLDER}/search-found.png`);

const ANSWER = ".sheet textarea.answer, .sheet input.answer";
await visit("sheet", sheet);
await browser.press(".sheet--kept", "Keep on this device");
await browser.type(ANSWER, "My hand");
await visit("sheet, again", sheet);
await expect("sheet: it keeps what was typed", `document.querySelector('${ANSWER}').value`, (value) => value === "My hand");
await browser.shoot(`${FOLDER}/sheet-kept.png`);
await browser.press(".sheet--kept", "Erase all that I typed");
await browser.press(".sheet--kept", "Yes, erase it");
await expect("sheet: it erases what was typed", `document.querySelector('${ANSWER}').value`, (value) => value === "");
await expect("sheet: nothing is left on the device", "localStorage.length", (count) => count === 0);

await visit("claim checker", checker);
await browser.type("#_claim-checker", `${claim} The weather is fine.`);
await browser.click(".claim-checker__form button");
await expect(
  "claim checker: it answers with claims that we checked",
  "document.querySelectorAll('.claim-checker__found .rows > li').length > 0",
);
await browser.shoot(`${FOLDER}/claims-found.png`);

await browser.open(HOME); // and hear the last of the page before
findings.push(...browser.heard);
console.log(JSON.stringify({ name: browser.name, findings }));
await browser.end();
process.exit();
