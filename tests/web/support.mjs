// The page in Debian's Chromium, from file://, as staff use it. A test file of it is called with
// BUILD PROGRAM SOURCE: where ./web built, the program, and the project.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const [build, program, source] = process.argv.slice(2);
export const needs = createRequire(join(build, "package.json"));
export const folder = mkdtempSync(join(tmpdir(), "handout-browser-"));
export const FILE = join(build, "handout.html");
export const EXAMPLE = join(source, "data/l-glutamine.json"), CLINIC = join(source, "data/clinic.json");
export const ARTICLE = JSON.parse(readFileSync(EXAMPLE, "utf8"));

const browser = await needs("playwright-core").chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
let passed = 0, failed = 0;

export const expect = (holds, what) => { if (!holds) throw new Error(what); };
const fresh = name => join(mkdtempSync(join(folder, "file-")), name); // tests side by side have files of one name
export const put = (name, bytes) => { const path = fresh(name); writeFileSync(path, bytes); return path; };

const tests = [];
export const test = (name, body, options = {}) => { tests.push({ name, body, options }); };

// The page, drawn; every fault in it, and every request that leaves the computer, fails the test.
async function run({ name, body, options }) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: "en-US", ...options });
  context.setDefaultTimeout(60_000); // it is long only where something fails, or the machine is busy
  const page = await context.newPage(), faults = [], asked = [], began = Date.now();
  page.on("pageerror", error => faults.push(String(error)));
  const leaves = request => { if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url()); };
  page.on("requestfinished", leaves);
  page.on("requestfailed", request => { if (request.failure().errorText !== "csp") leaves(request); }); // refused by the page
  try {
    await begin(page);
    await body(page, context);
    expect(!faults.length, faults.join("; "));
    expect(!asked.length, `it asked for ${asked.join(", ")}`);
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n     ${String(error).split("\n").slice(0, 8).join("\n     ")}`);
    const shot = process.env.SHOTS && join(process.env.SHOTS, `${name.replace(/\W+/g, "-")}.png`);
    if (shot) await page.screenshot({ path: shot }).catch(() => {});
  }
  await context.close();
  if (process.env.TIMES) console.log(`${Date.now() - began} ms ${name}`);
}

export async function begin(page) {
  await page.goto(pathToFileURL(FILE).href);
  await page.waitForFunction(() => document.querySelector(".sheet canvas"));
}

const SIDE_BY_SIDE = 4; // pages of one browser; much of a test is waiting for the next frame

// Runs the tests. @param most  at a time
export async function end(most = SIDE_BY_SIDE) {
  const wanted = tests.filter(one => one.name.includes(process.env.ONLY ?? ""));
  await Promise.all(Array.from({ length: most }, async () => { while (wanted.length) await run(wanted.shift()); }));
  await browser.close();
  rmSync(folder, { recursive: true });
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);
}

// ---- What a test does on the page ----

export const field = (page, pointer, file = "article.json") => page.locator(`[id="${file}:${pointer}"]`);
export const found = (page, pointer, file) => field(page, `${pointer}-found`, file);
export const focused = page => page.evaluate(() => document.activeElement.id);
export const picture = page => page.locator(".sheet canvas").first();
export const open = (page, ...paths) => page.setInputFiles("#chooser", paths);
export const notice = (page, text) => page.locator("#notice").getByText(text).waitFor();
export const settled = (page, text) => page.waitForFunction(
  wanted => document.getElementById("status").textContent.includes(wanted), text);
export const idle = page => page.locator("#sheets[aria-busy=false]").waitFor({ state: "attached" }); // all was drawn that was typed
export const titled = (page, title) => page.waitForFunction(
  wanted => document.querySelector(".sheet canvas")?.ariaLabel === wanted, title);
export const see = async (page, id) => page.evaluate(name => { document.getElementById(name).open = true; }, id);

export async function openExample(page) {
  const { name } = JSON.parse(readFileSync(CLINIC));
  await open(page, EXAMPLE, CLINIC);
  await page.waitForFunction(name => document.getElementById("clinic.json:/name").value === name, name);
  await idle(page);
  await titled(page, ARTICLE.title);
  await settled(page, "1 page");
}

export async function download(page, action) {
  const [file] = await Promise.all([page.waitForEvent("download"), action()]);
  const path = fresh(file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

export const saved = (page, id) => download(page, () => page.click(id));
export const savedArticle = async page => JSON.parse(readFileSync(await saved(page, "#save-article")));
