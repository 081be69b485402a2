// Nothing is lost: hostile files, an engine that fails, a window that is closed: hostile.mjs BUILD PROGRAM SOURCE
import { readFileSync } from "node:fs";
import { ARTICLE, end, EXAMPLE, expect, field, notice, open, openExample, put, saved, settled, test, titled } from "./support.mjs";

// ---- Files ----

const TITLE = ARTICLE.title;
const kept = async page => expect(await field(page, "/title").inputValue() === TITLE, "the article is gone");
const many = `{"title":[${"1,".repeat(400_000)}1]}`;

const FILES = {
  "no.pdf": ["%PDF-1.4\n", "not a PDF that handout made"],
  "huge.json": [" ".repeat(17 * 2 ** 20), "too large"],
  "large.json": [`{"title":"${"x".repeat(2 ** 20)}"}`, "larger than"],
  "deep.json": ["[".repeat(100_000), "deep"],
  "many.json": [many, /values|larger/],
  "empty.json": ["", "empty"],
  "list.json": ["[1]", "neither an article"],
  "cut.json": ['{"title": "Wat', "Line 1"],
  "letter.docx": [Buffer.from("PK\x03\x04word/document.xml"), /not JSON|not a text/],
  "bytes.json": [Buffer.from([0xff, 0xfe, 0x7b, 0]), /UTF-16|UTF-8/],
  "zero.json": [Buffer.alloc(100), "U+0000"],
  "image.html": [Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), "picture"],
};

test("each of them gets a message at once, and nothing is lost", async page => {
  await openExample(page);
  for (const [name, [bytes, says]] of Object.entries(FILES)) {
    await open(page, put(name, bytes));
    await notice(page, says).catch(error => { throw new Error(`${name}: ${error}`); });
    expect((await page.textContent("#notice")).includes(name), `${name} is not named`);
    await kept(page);
    expect(await page.evaluate(() => !document.body.classList.contains("stale")), `${name}: the page is gone`);
    await page.locator("#notice").getByRole("button").click();
  }
});

test("a damaged PDF of ours is refused, since a changed byte may be in a dose", async page => {
  await openExample(page);
  const bytes = readFileSync(await saved(page, "#save-pdf"));
  bytes[bytes.indexOf("stream", bytes.indexOf("/Type /EmbeddedFile")) + 60] ^= 1;
  await open(page, put("damaged.pdf", bytes));
  await notice(page, /damaged or changed|not all of it/);
  await kept(page);
});

test("a field that is given twice is told at its place, and the file stays as it is", async page => {
  const text = readFileSync(EXAMPLE, "utf8").replace('"title"', '"title": "Other",\n  "title"');
  await open(page, put("twice.json", text));
  await page.locator("#findings .error").getByText("given twice").waitFor();
  expect(readFileSync(await saved(page, "#save-article"), "utf8") === text, "the file was changed unasked");
});

test("an article of a newer version: what is unknown is told at its place, and kept", async page => {
  await open(page, put("newer.json", JSON.stringify({ ...ARTICLE, dosage: { ...ARTICLE.dosage, repeats: 3 } })));
  await page.locator('[id="article.json:/dosage/repeats-found"]').getByText('"repeats" is not a field').waitFor();
  expect(JSON.parse(readFileSync(await saved(page, "#save-article"))).dosage.repeats === 3, "it was dropped");
});

// ---- The engine ----

const retyped = async page => {
  await field(page, "/title").fill("Water");
  await titled(page, "Water");
  await settled(page, "1 page");
};

test("an engine that fails is told and started anew; the text is kept", async page => {
  await openExample(page);
  await page.workers()[0].evaluate(() => { TextDecoder.prototype.decode = () => { throw new Error("broken on purpose"); }; });
  await field(page, "/subtitle").fill("Typed while it broke");
  await notice(page, "broken on purpose");
  expect(await field(page, "/subtitle").inputValue() === "Typed while it broke", "the text is gone");
  await page.locator("#notice").getByRole("button").click();
  await retyped(page);
});

test("an engine that does not answer is ended after a while", async page => {
  await openExample(page);
  await page.clock.install();
  await page.workers()[0].evaluate(() => { self.onmessage = () => {}; });
  await field(page, "/subtitle").fill("Typed while it slept");
  await page.clock.fastForward(30_000);
  await notice(page, "no answer");
  await page.clock.resume();
  await retyped(page);
  expect(await field(page, "/subtitle").inputValue() === "Typed while it slept", "the text is gone");
});

// ---- Closing ----

async function asksToClose(page) {
  let asked = false;
  page.once("dialog", dialog => { asked = dialog.type() === "beforeunload"; void dialog.dismiss(); });
  await page.close({ runBeforeUnload: true });
  await new Promise(done => setTimeout(done, 500));
  return asked;
}

test("closing with unsaved changes asks", async page => {
  await openExample(page);
  await field(page, "/title").click();
  await page.keyboard.type("!");
  expect(await asksToClose(page), "it closed");
});

test("closing without any does not", async page => {
  await openExample(page);
  await field(page, "/title").click();
  await page.keyboard.type("!");
  await settled(page, "1 page");
  await saved(page, "#save-pdf");
  expect(!await asksToClose(page), "it asked");
});

await end();
