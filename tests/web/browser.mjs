// The page in Debian's Chromium, from file://, as staff use it: browser.mjs BUILD PROGRAM SOURCE
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [build, program, source] = process.argv.slice(2);
const needs = createRequire(join(build, "package.json"));
const { chromium } = needs("playwright-core");
const folder = mkdtempSync(join(tmpdir(), "handout-browser-"));
const FILE = join(build, "handout.html"), MOST = 2.5e6;

const ARTICLE = JSON.parse(readFileSync(join(source, "data/l-glutamine.json"), "utf8"));
const CLINIC = join(source, "data/clinic.json");
const put = (name, text) => { writeFileSync(join(folder, name), text); return join(folder, name); };

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
let passed = 0, failed = 0;

async function test(name, body) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: "en-US" });
  const page = await context.newPage();
  const faults = [], asked = [];
  page.on("pageerror", error => faults.push(String(error)));
  page.on("request", request => { if (!/^(file|blob|data):/.test(request.url())) asked.push(request.url()); });
  try {
    await page.goto(pathToFileURL(FILE).href);
    await page.waitForFunction(() => document.getElementById("picture").naturalWidth > 0);
    await body(page);
    if (faults.length) throw new Error(faults.join("; "));
    if (asked.length) throw new Error(`it asked for ${asked.join(", ")}`);
    passed++;
  } catch (error) {
    failed++;
    console.log(`FAIL ${name}\n     ${String(error).split("\n").slice(0, 6).join("\n     ")}`);
  }
  await context.close();
}

const expect = (holds, what) => { if (!holds) throw new Error(what); };
const field = (page, pointer, file = "article.json") => page.locator(`[id="${file}:${pointer}"]`);
const status = page => page.textContent("#status");
const settled = (page, text) => page.waitForFunction(
  wanted => document.getElementById("status").textContent.includes(wanted), text);

async function open(page, ...paths) {
  await page.setInputFiles("#chooser", paths);
}

async function openExample(page) {
  await open(page, put("l-glutamine.json", JSON.stringify(ARTICLE)), CLINIC);
  await page.waitForFunction(() => document.getElementById("picture").alt === "L-Glutamine");
  await settled(page, "1 page");
}

async function saved(page, id) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(id)]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

await test("one file, not too large", async () => {
  const size = readFileSync(FILE).length;
  expect(size < MOST, `${size} bytes`);
});

await test("typing draws the page anew", async page => {
  await openExample(page);
  const before = await page.getAttribute("#picture", "src");
  await field(page, "/title").fill("Glutamine for the gut");
  await page.waitForFunction(src => document.getElementById("picture").src !== src, before);
  expect((await page.getAttribute("#picture", "alt")) === "Glutamine for the gut", "the picture's text");
});

await test("a finding stands at its field", async page => {
  await openExample(page);
  await field(page, "/dosage/amount").fill("5.0 g a day");
  const found = field(page, "/dosage/amount-found");
  await found.getByText("5.0").first().waitFor();
  const described = await field(page, "/dosage/amount").getAttribute("aria-describedby");
  expect(described.includes("/dosage/amount-found"), `described by ${described}`);
});

await test("an empty title is an error, and the last page stays", async page => {
  await openExample(page);
  await field(page, "/title").fill("");
  await page.waitForFunction(() => document.body.classList.contains("stale"));
  expect(await page.isDisabled("#save-pdf"), "the PDF can be saved");
  expect(await page.getAttribute("#picture", "src"), "the picture is gone");
  await page.click("#undo");
  await settled(page, "1 page");
});

await test("the saved PDF is the program's, and opens again", async page => {
  await openExample(page);
  const pdf = await saved(page, "#save-pdf"), json = await saved(page, "#save-article");
  const clinic = await saved(page, "#save-clinic"), native = join(folder, "native.pdf");
  const done = spawnSync(program, ["--attach-source", "-c", clinic, "-o", native, json]);
  expect(done.status === 0 && existsSync(native), done.stderr.toString());
  expect(Buffer.compare(readFileSync(pdf), readFileSync(native)) === 0, "other bytes than the program's");
  expect(JSON.stringify(JSON.parse(readFileSync(json))) === JSON.stringify(ARTICLE), "the article changed");
  await field(page, "/title").fill("Something else");
  await open(page, pdf);
  await page.waitForFunction(() => document.getElementById("picture").alt === "L-Glutamine");
});

await test("another PDF, a picture of text and no JSON get a message, and lose nothing", async page => {
  await openExample(page);
  for (const [name, bytes, says] of [["no.pdf", "%PDF-1.4\n", "not a PDF that handout made"],
                                     ["a.txt", "Water helps.", "not JSON"], ["b.json", "[1]", "neither"],
                                     ["c.json", "\xff\xfe", "not JSON"]]) {
    await open(page, put(name, bytes));
    await settled(page, says);
    expect(await field(page, "/title").inputValue() === "L-Glutamine", "the article is gone");
  }
});

await test("unknown fields are kept and told", async page => {
  await open(page, put("new.json", JSON.stringify({ ...ARTICLE, mood: { color: "blue" } })));
  await page.locator("#findings").getByText('"mood" is not a field').waitFor();
  await field(page, "/mood/color").fill("green");
  await page.waitForTimeout(100);
  const json = JSON.parse(readFileSync(await saved(page, "#save-article")));
  expect(json.mood.color === "green", JSON.stringify(json.mood));
});

await test("rows are added, moved and removed with the keyboard alone", async page => {
  await openExample(page);
  const add = page.getByRole("button", { name: "Add: Cautions" });
  const count = ARTICLE.cautions.length;
  await add.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Keep it away from children.");
  await page.waitForTimeout(100);
  expect(await field(page, `/cautions/${count}`).inputValue() === "Keep it away from children.", "not typed");
  await page.getByRole("button", { name: `Move up: Cautions ${count + 1}` }).focus();
  await page.keyboard.press("Enter");
  expect(await field(page, `/cautions/${count - 1}`).inputValue() === "Keep it away from children.", "not moved");
  await page.getByRole("button", { name: `Remove: Cautions ${count}` }).focus();
  await page.keyboard.press("Enter");
  expect(await field(page, `/cautions/${count}`).count() === 0, "not removed");
});

await test("a click on the page goes to the field, which is outlined", async page => {
  await openExample(page);
  const box = await page.locator("#picture").boundingBox();
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.width * 0.144);
  expect(await page.evaluate(() => document.activeElement.id) === "article.json:/title", "the title has no focus");
  expect(await page.locator("#over .mark").count() > 0, "no outline");
});

await test("large print, and Spanish", async page => {
  await openExample(page);
  await page.check("#large");
  await settled(page, "3 pages");
  await page.selectOption("#language", "es");
  await settled(page, "3 páginas");
  expect(await page.textContent("#save-pdf") === "Guardar el PDF", "the button is not Spanish");
});

await test("nothing can be sent", async page => {
  const result = await page.evaluate(() => fetch("https://example.org/").then(() => "sent", () => "refused"));
  expect(result === "refused", "a request was sent");
});

await test("axe finds nothing, also where there are errors", async page => {
  await openExample(page);
  await page.evaluate(needs("fs").readFileSync(needs.resolve("axe-core"), "utf8"));
  for (const title of ["L-Glutamine", ""]) {
    await field(page, "/title").fill(title);
    await page.waitForTimeout(300);
    const found = await page.evaluate(() => axe.run().then(all => all.violations.map(one =>
      `${one.id}: ${one.nodes.slice(0, 2).map(node => node.html.slice(0, 120)).join(" | ")}`)));
    expect(found.length === 0, found.join("\n"));
  }
});

await test("printed, it is the page and nothing else", async page => {
  await openExample(page);
  const pdf = join(folder, "printed.pdf");
  await page.pdf({ path: pdf, preferCSSPageSize: true, width: "8.5in", height: "11in" });
  const info = spawnSync("pdfinfo", [pdf]).stdout.toString();
  expect(/Pages: +1\n/.test(info), info);
});

await browser.close();
rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
