// Who cannot use a mouse, sees little, or reads Spanish: access.mjs BUILD PROGRAM SOURCE
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, download, end, expect, field, focused, idle, needs, openExample, picture, settled, source, test, titled } from "./support.mjs";

const AXE = readFileSync(needs.resolve("axe-core"), "utf8");

// ---- The keyboard alone ----

async function tabTo(page, id, back = false) {
  for (let i = 0; i < 250 && await focused(page) !== id; i++) await page.keyboard.press(back ? "Shift+Tab" : "Tab");
  expect(await focused(page) === id, `the keyboard does not reach ${id}`);
}

async function type(page, pointer, text, file = "article.json") {
  await tabTo(page, `${file}:${pointer}`);
  await page.keyboard.type(text);
}

test("the keyboard alone, from an empty form to a saved PDF", async page => {
  await tabTo(page, "empty");
  await page.keyboard.press("Enter");
  expect(await focused(page) === "article.json:/title", `it begins at ${await focused(page)}`);
  const { dosage } = ARTICLE, texts = [["/title", "Water"], ["/summary", "Water is what you drink when you are thirsty."],
    ["/dosage/amount", dosage.amount], ["/cautions/0", "Ask us first if you must limit what you drink."],
    ["/benefits/0", "It may help you feel less thirsty."],
    ["/disclaimer", "This handout is for information only. It is not medical advice."]];
  for (const [pointer, text] of texts) await type(page, pointer, text);
  await type(page, "/name", "Lake Clinic", "clinic.json");
  await type(page, "/phone", "555-0100", "clinic.json");
  expect(await field(page, "/name", "clinic.json").inputValue() === "Lake Clinic", "the template's text was not replaced");
  await titled(page, "Water");
  await settled(page, "1 page");
  await tabTo(page, "save-pdf", true);
  const pdf = await download(page, () => page.keyboard.press("Enter"));
  const text = spawnSync("pdftotext", [pdf, "-"]).stdout.toString();
  for (const [, words] of texts) expect(text.replace(/\s+/g, " ").includes(words), `the PDF lacks: ${words}`);
  expect(text.includes("Lake Clinic") && text.includes("555-0100"), "the PDF lacks the clinic");
});

// ---- axe-core ----

const STATES = {
  "at the start": async () => {},
  "with the example": openExample,
  "with an error": async page => { await openExample(page); await field(page, "/title").fill(""); },
  "all open": async page => {
    await openExample(page);
    await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
  },
  "in large print, in Spanish": async page => {
    await openExample(page);
    await page.check("#large");
    await page.selectOption("#language", "es");
  },
  "with a message": async page => page.setInputFiles("#chooser", join(source, "LICENSE")),
};

for (const [name, reach] of Object.entries(STATES))
  test(`axe finds nothing ${name}`, async page => {
    await reach(page);
    await page.waitForTimeout(300);
    await page.evaluate(AXE);
    const violations = await page.evaluate(() => axe.run().then(all => all.violations.map(one =>
      `${one.id}: ${one.nodes.slice(0, 2).map(node => node.html.slice(0, 160)).join(" | ")}`)));
    expect(violations.length === 0, violations.join("\n"));
  });

// ---- What is said aloud ----

test("what was found is said politely, once behind what was typed", async page => {
  await openExample(page);
  expect(await page.getAttribute("#spoken", "role") === "status", "it interrupts");
  await page.waitForFunction(() => document.getElementById("spoken").textContent.startsWith(
    document.getElementById("status").textContent)); // so nothing waits to be said
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000); // a second passes when we say so, not when the machine is slow
  await page.evaluate(() => {
    window.spoken = [];
    new MutationObserver(() => window.spoken.push(document.getElementById("spoken").textContent))
      .observe(document.getElementById("spoken"), { childList: true, characterData: true, subtree: true });
  });
  await field(page, "/dosage/amount").fill("");
  await field(page, "/dosage/amount").pressSequentially("5.0 g a day, 5.0 g a day");
  await idle(page);
  await page.clock.runFor(3000);
  const spoken = await page.evaluate(() => window.spoken);
  expect(spoken.length === 1 && /warning: \d/.test(spoken[0]), JSON.stringify(spoken));
});

// ---- Small and large windows, colours of the system ----

async function fits(page) {
  await openExample(page);
  await page.evaluate(() => { for (const one of document.querySelectorAll("main details")) one.open = true; });
  const [wide, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide <= inner, `${wide} wide in ${inner}`);
  await page.locator("#save-clinic").scrollIntoViewIfNeeded();
  const head = await page.locator("header").boundingBox();
  const { height } = page.viewportSize();
  expect(head.y + head.height < height / 2, `the head covers ${head.y + head.height} of ${height}`);
}

// A window of 1280 by 1000 at 200 %, and of 1280 at 400 %.
test("at 200 % nothing is cut off", fits, { viewport: { width: 640, height: 500 }, deviceScaleFactor: 2 });
test("in a narrow window nothing is cut off", fits, { viewport: { width: 320, height: 600 }, deviceScaleFactor: 4 });

test("with text of 200 % nothing is cut off", async page => {
  await page.addStyleTag({ content: ":root { font-size: 200% }" });
  await fits(page);
});

test("in forced colours what matters is not told by colour", async page => {
  await openExample(page);
  await field(page, "/title").fill("");
  await page.locator("#findings .error").first().waitFor();
  const styles = await page.evaluate(() => {
    const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
    document.getElementById("article.json:/title").focus();
    return { forced: matchMedia("(forced-colors: active)").matches, focus: of(":focus", "outlineStyle"),
      field: of("textarea", "borderTopStyle"), button: of("#undo", "borderTopStyle"), found: of("#findings .error", "borderLeftStyle") };
  });
  expect(styles.forced, "no forced colours");
  for (const [name, style] of Object.entries(styles)) expect(style !== "none", `${name} has no line`);
  expect((await page.locator("#findings .error").first().textContent()).startsWith("error"), "an error is told by colour");
  await field(page, "/title").fill("Water");
  await titled(page, "Water");
  await picture(page).scrollIntoViewIfNeeded();
  const mark = await page.evaluate(() => getComputedStyle(document.querySelector(".mark")).outlineStyle);
  expect(mark === "solid", "the field in focus is not outlined");
}, { forcedColors: "active" });

// ---- Spanish ----

const sections = ({ properties }, labels) => Object.keys(properties).filter(key => labels[key]?.includes("{") === false);

test("every title of the schemas has its Spanish, but of sections, which are named as they are printed", async () => {
  const { labels } = JSON.parse(readFileSync(join(source, "data/labels/es.json")));
  const code = needs("esbuild").transformSync(readFileSync(join(source, "src/web/page/spanish.ts"), "utf8"), { loader: "ts" }).code;
  const { spanish } = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  const missing = new Set();
  const walk = (schema, inProperties) => {
    if (schema === null || typeof schema !== "object") return;
    if (!inProperties && typeof schema.title === "string" && !(schema.title in spanish)) missing.add(schema.title);
    for (const [key, inner] of Object.entries(schema))
      if (key !== "examples") walk(inner, key === "properties" || key === "$defs");
  };
  for (const name of ["article", "clinic"]) {
    const { title, ...schema } = JSON.parse(readFileSync(join(source, `data/${name}.schema.json`)));
    delete schema.properties.$schema;
    if (name === "article") for (const key of sections(schema, labels)) delete schema.properties[key].title;
    walk(schema, false);
  }
  expect(!missing.size, `src/web/page/spanish.ts lacks: ${[...missing].join(", ")}`);
});

await end();
