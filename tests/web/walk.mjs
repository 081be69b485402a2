// From a text that is too long to a saved handout, only with what the page says: walk.mjs BUILD PROGRAM SOURCE
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, end, expect, field, focused, found, idle, open, openExample, picture, put, saved, settled, source, test } from "./support.mjs";

const MANY = "This sentence goes on and on, and then it goes on again for a while. ";
const LONG = { ...ARTICLE, benefits: [...ARTICLE.benefits.slice(0, 3), MANY.repeat(30)] }, LONGEST = "/benefits/3";
// ---- What to cut ----

test("what is too long says where to cut, leads there, and counts down as words go", async page => {
  await open(page, put("long.json", JSON.stringify(LONG)));
  await settled(page, "Too long");
  const before = Number((await page.textContent("#cuts")).match(/\d+/));
  await page.locator("#cuts").getByRole("button", { name: /How it may help: \d+/ }).click();
  expect(await focused(page) === "article.json:/benefits", `it leads to ${await focused(page)}`);
  const legend = page.locator('[id="article.json:/benefits"] > legend'), head = await page.locator("header").boundingBox();
  expect(await legend.textContent() === "How it may help", "the section is not named as on the page");
  expect((await legend.boundingBox()).y >= head.y + head.height, "the section is behind the head");
  await found(page, "/benefits").getByText(/^Cut about \d+ words here/).waitFor();
  await field(page, LONGEST).fill(MANY.repeat(20));
  await page.waitForFunction(before => Number(document.getElementById("cuts").textContent.match(/\d+/)) < before, before);
  await field(page, LONGEST).fill("It may help.");
  await page.locator("#cuts").waitFor({ state: "hidden" });
  await settled(page, "1 page");
  expect(await found(page, "/benefits").getByText("words here").count() === 0, "the section still asks for cuts");
  expect(existsSync(await saved(page, "#save-pdf")), "not saved");
});

test("type that is too small says so while there is a page", async page => {
  await open(page, join(source, "data/examples/vitamin-d.json"), join(source, "data/clinic.json"));
  await page.locator("#cuts").getByText("For type of 12 pt, cut about").waitFor();
  expect((await page.textContent("#status")).startsWith("1 page"), await page.textContent("#status"));
});

test("sections lead home under the clinic's headings, in the article's language, in a Spanish page", async page => {
  const own = { name: "C", phone: "1", labels: { cautions: "Take care" } };
  await page.selectOption("#language", "es");
  const long = { ...ARTICLE, language: "es", cautions: [MANY.repeat(20)], sections: [{ title: "Mi parte", text: MANY.repeat(20) }] };
  await open(page, put("long.json", JSON.stringify(long)), put("clinic.json", JSON.stringify(own)));
  for (const [name, pointer] of [["Take care", "/cautions"], ["Mi parte", "/sections/0"]]) {
    await page.locator("#cuts").getByRole("button", { name: new RegExp(`${name}: \\d+`) }).click();
    expect((await focused(page)).startsWith(`article.json:${pointer}`), `${name} leads to ${await focused(page)}`);
  }
  expect(await page.locator('[id="article.json:/benefits"] > legend').textContent()
    === JSON.parse(readFileSync(join(source, "data/labels/es.json"))).labels.benefits, "the form has another heading than the page");
});

// ---- A text that comes from elsewhere ----

test("another text that makes no page takes the last one's away", async page => {
  await openExample(page);
  await open(page, put("long.json", JSON.stringify(LONG)));
  await settled(page, "Too long");
  await idle(page);
  expect(await picture(page).count() === 0 && await page.isVisible("#none-yet"), "a page of another text is shown");
  await field(page, LONGEST).fill("Short.");
  await settled(page, "1 page");
  expect(await picture(page).count() === 1 && await page.isHidden("#none-yet"), "there is no page");
});

test("a pasted article: what became of it is in sight, and no line or option is spoken of", async page => {
  await page.getByText("Paste an article", { exact: true }).click();
  await page.fill("#post", `${readFileSync(join(source, "data/examples/zinc-post.html"), "utf8").replace(/<[^>]*>/g, "")}\n${MANY.repeat(40)}`);
  await page.click("#import");
  await page.locator("#imported-list li").first().waitFor();
  await idle(page);
  expect(await focused(page) === "imported", await focused(page));
  const [head, box] = [await page.locator("header").boundingBox(), await page.locator("#h-imported").boundingBox()];
  expect(box.y >= head.y + head.height && box.y < page.viewportSize().height / 2, `it stands at ${box.y}`);
  const said = await page.evaluate(() => document.getElementById("findings").textContent + document.getElementById("imported-list").textContent);
  expect(said.includes("add “Stop and call us if…”"), "a field is called by its key");
  expect(!/ --|\bon line\b|line \d/.test(said), said.match(/.{60}( --|\bon line\b|line \d).{20}/)?.[0]);
});

await end();
