/*
 * Paints pages anew for each key, in the worker.  A key mostly changes a line or two, so each page keeps its
 * canvas, and only the band of it is painted in which marks came or went.
 */
import { type Canvas, type Glyphs, partsOf, Pen, type Picture, reachOf, sizeOf } from "./picture";

type Band = [number, number]; /* from where to where down the page, in points */
const EVERYTHING: Band = [-Infinity, Infinity];
const MOST = 8192; /* pixels a side: browsers refuse a canvas that is too large */

interface Painted { to: Canvas; scale: number; glyphs: Glyphs; marks: string[] }

/* The same id may stand for another outline, where the clinic's fonts are others now. */
const sameGlyphs = (before: Glyphs, now: Glyphs) =>
  [...now].every(([id, outline]) => !before.has(id) || before.get(id) === outline);

/** From where to where marks of one are not in the other, in points; null if there are none. */
function changedBand(before: string[], now: string[]): Band | null {
  const old = new Set(before), young = new Set(now);
  const reaches = [...before.filter(one => !young.has(one)), ...now.filter(one => !old.has(one))].map(reachOf);
  return reaches.length ? [Math.min(...reaches.map(([top]) => top)), Math.max(...reaches.map(([, end]) => end))] : null;
}

export class Painter {
  private readonly pen = new Pen();
  private readonly pages: Painted[] = [];

  /** @param number  of the page, from 0 @param across  pixels that it is to be wide */
  async paint(svg: string, number: number, across: number): Promise<Picture> {
    const { outlines, marks } = partsOf(svg), glyphs = this.pen.glyphs(outlines), before = this.pages[number];
    const page = this.canvas(svg, across, before);
    const band = page === before && sameGlyphs(before.glyphs, glyphs) ? changedBand(before.marks, marks) : EVERYTHING;
    await this.pen.load(svg);
    this.pages[number] = Object.assign(page, { glyphs, marks });
    if (band) this.paintBand(page, band);
    return { svg, bitmap: await createImageBitmap(page.to.canvas) };
  }

  /* The one before, if it has the size that is wanted. */
  private canvas(svg: string, across: number, before: Painted | undefined): Painted {
    const { width, height } = sizeOf(svg), scale = Math.min(across / width, MOST / width, MOST / height);
    const [right, bottom] = [Math.round(width * scale), Math.round(height * scale)];
    if (before?.to.canvas.width === right && before.to.canvas.height === bottom) return before;
    return { to: new OffscreenCanvas(right, bottom).getContext("2d", { alpha: false })!, scale, glyphs: new Map(), marks: [] };
  }

  /* The band is widened to whole pixels, so that what stands beside it is not touched. */
  private paintBand({ to, scale, glyphs, marks }: Painted, [top, end]: Band): void {
    const { width, height } = to.canvas;
    const first = Math.max(0, Math.floor(top * scale)), last = Math.min(height, Math.ceil(end * scale));
    to.save();
    to.beginPath();
    to.rect(0, first, width, last - first);
    to.clip();
    to.scale(scale, scale);
    for (const mark of marks) {
      const [from, until] = reachOf(mark);
      if (until * scale >= first && from * scale <= last) this.pen.draw(to, mark, glyphs);
    }
    to.restore();
  }
}
