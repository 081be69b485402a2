// How fast the page is; it prints and judges nothing: speed.mjs BUILD PROGRAM SOURCE
import { loadavg } from "node:os";
import { begin, end, field, openExample, test } from "./support.mjs";

const KEYS = 50;

// From the key, as the system stamped it, to the end of the frame that has the new page in it.
const watchFrames = page => page.evaluate(() => {
  window.times = [];
  let pressed = 0;
  document.addEventListener("keydown", event => { pressed = event.timeStamp; }, true);
  const { transferFromImageBitmap } = ImageBitmapRenderingContext.prototype;
  ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (bitmap) {
    transferFromImageBitmap.call(this, bitmap);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.times.push(performance.now() - pressed);
    requestAnimationFrame(() => port2.postMessage(null)); // which comes when the frame was painted
  };
});

const median = numbers => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

test("start", async page => {
  const times = [];
  for (let i = 0; i < 5; i++) {
    const before = Date.now();
    await begin(page);
    times.push(Date.now() - before);
  }
  console.log(`start, to the first drawn page: ${median(times)} ms (${times.join(", ")})`);
});

test("keys", async page => {
  await openExample(page);
  await watchFrames(page);
  await field(page, "/summary").focus();
  await page.keyboard.press("End");
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press("abcdefghij "[i % 11]);
    await page.waitForFunction(count => window.times.length >= count, i + 1);
  }
  const times = await page.evaluate(() => window.times);
  console.log(`key to redrawn page: median ${median(times).toFixed(1)} ms of ${times.length} (largest ${Math.max(...times).toFixed(1)})`);
});

console.log(`load ${loadavg()[0].toFixed(1)}`);
await end(1); // nothing beside it
