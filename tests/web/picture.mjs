// The page on the screen is the page of the program: picture.mjs BUILD PROGRAM SOURCE
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CLINIC, end, EXAMPLE, expect, field, folder, idle, open, openExample, program, settled, source, test } from "./support.mjs";

const FAR = 64; // of 255; edges of glyphs differ by less, since canvas and SVG smooth them each by itself
const MOST = 1 / 200; // of the pixels that have ink
const GAP = 12; // points between two pages of one SVG

// A page out of several, which stand one under the other.
function cropped(svg, number, count) {
  const [, width, all] = svg.match(/viewBox="0 0 (\S+) (\S+)"/).map(Number), height = (all + GAP) / count - GAP;
  return svg.replace(/viewBox="[^"]*"/, `viewBox="0 ${number * (height + GAP)} ${width} ${height}"`)
    .replace(/ height="[\d.]+pt"/, ` height="${height}pt"`);
}

// How many pixels of a page differ from the program's SVG, as the browser draws it, and how many have ink.
const compared = (page, number, svg) => page.evaluate(async ([number, svg, far]) => {
  const canvas = document.querySelectorAll(".sheet canvas")[number], { width, height } = canvas, image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const [ours, theirs] = [canvas, image].map(one => {
    const to = new OffscreenCanvas(width, height).getContext("2d");
    to.drawImage(one, 0, 0, width, height);
    return to.getImageData(0, 0, width, height).data;
  });
  const count = holds => ours.reduce((sum, _, i) => sum + (i % 4 === 1 && holds(i)), 0);
  return { differ: count(i => Math.abs(ours[i] - theirs[i]) > far), ink: count(i => theirs[i] < 128) };
}, [number, svg, FAR]);

async function same(page, number, svg) {
  const { differ, ink } = await compared(page, number, svg);
  expect(ink > 1000 && differ < ink * MOST, `${differ} pixels differ, of ${ink} with ink`);
}

function drawn(article, clinic, ...options) {
  const out = join(folder, "drawn.svg");
  const done = spawnSync(program, ["--format=svg", "-c", clinic, "-o", out, ...options, article]);
  expect(existsSync(out), done.stderr.toString());
  return readFileSync(out, "utf8");
}

// ---- Drawn whole ----

const texts = value => typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(texts);

for (const name of ["picture", "scripts", "all-fields", "fillable", "lang-vi-nfd"])
  test(`${name}: the page is the program's`, async page => {
    const files = [`${name}.json`, `${name}.clinic.json`].map(file => join(source, "tests/golden", file));
    const values = files.map(file => JSON.parse(readFileSync(file)));
    const named = texts(values).filter(text => /^[^ ]+\.(png|jpe?g|[ot]tf)$/.test(text)).map(file => join(source, "tests/golden", file));
    await open(page, ...files, ...new Set(named));
    await page.waitForFunction(name => document.getElementById("clinic.json:/name").value === name
      && document.querySelector(".sheet canvas") && !document.body.matches(".stale") && document.getElementById("sheets").ariaBusy === "false", values[1].name);
    await same(page, 0, drawn(...files));
  });

test("each page of large print is the program's", async page => {
  await openExample(page);
  await page.check("#large");
  await settled(page, "3 pages");
  const svg = drawn(EXAMPLE, CLINIC, "--large-print");
  for (const number of [0, 1, 2]) await same(page, number, cropped(svg, number, 3));
});

// ---- Drawn in part ----

const shown = page => page.evaluate(() => document.querySelector(".sheet canvas").toDataURL());
const another = (page, before) => page.waitForFunction(
  before => document.querySelector(".sheet canvas").toDataURL() !== before, before);

test("a page that is painted in part, key by key, is the page that is painted whole", async page => {
  await openExample(page);
  for (const [pointer, text] of [["/summary", "This is new."], ["/title", " Åg"], ["/dosage/amount", "!"], ["/disclaimer", "And yj."]]) {
    const before = await shown(page);
    await field(page, pointer).focus();
    await page.keyboard.press("End");
    await page.keyboard.type(text, { delay: 30 });
    await another(page, before);
    await idle(page);
    await same(page, 0, await page.evaluate(() => { dispatchEvent(new Event("beforeprint"));
      return new XMLSerializer().serializeToString(document.querySelector("#printed svg")); }));
  }
});

await end();
