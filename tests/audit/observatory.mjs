// Prints the score that Mozilla's HTTP Observatory gives to a host on this computer:
// node observatory.mjs PLAIN-PORT SECURE-PORT. Its own “scan” supports ports 80 and 443 only, so this does the same.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { resolve } = createRequire(`${process.env.TOOLS}/`);
const load = (file) => import(pathToFileURL(resolve(`@mdn/mdn-http-observatory/src/${file}`)));
// Its installation would download the list of preloaded HSTS hosts, of which this computer is none.
const lists = new URL("../conf/", pathToFileURL(resolve("@mdn/mdn-http-observatory")));
mkdirSync(lists, { recursive: true });
writeFileSync(new URL("hsts-preload.json", lists), "{}");

const { retrieve } = await load("retriever/retriever.js");
const { ALL_TESTS } = await load("constants.js");
const { getGradeForScore, getScoreModifier } = await load("grader/grader.js");
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load("grader/charts.js");

const [httpPort, httpsPort] = process.argv.slice(2).map(Number);
const retrieved = await retrieve("127.0.0.1", { httpPort, httpsPort });
if (retrieved.responses.auto?.status !== 200) throw new Error("The host does not answer.");
const tests = ALL_TESTS.map((test) => test(retrieved)).map(({ expectation, pass, result }) => ({
  expectation,
  result,
  passed: pass,
  points: getScoreModifier(result),
}));
const sum = (points) => points.reduce((all, one) => all + one, 100);
const base = sum(tests.map(({ points }) => Math.min(points, 0)));
const score = base >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? sum(tests.map(({ points }) => points)) : base;
console.log(JSON.stringify({ ...getGradeForScore(score), tests }));
process.exit(); // open connections would keep the program running
