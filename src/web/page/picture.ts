/*
 * A page as the engine draws it: SVG (src/svg/svg.c), in which behind the outlines of the glyphs each mark
 * has a line of its own.  Here such a line is drawn on a canvas; no other SVG can be.  A browser can show
 * the SVG as it is, but then it makes elements of each of some 2,500 glyphs: that takes ten times as long,
 * and the keyboard waits for it.
 */
export interface Picture { svg: string; bitmap: ImageBitmap }

export type Canvas = OffscreenCanvasRenderingContext2D;
export type Glyphs = Map<string, Path2D>;
type Attributes = Record<string, string>;

const OUTLINE = /<path id="([^"]+)" d="([^"]*)"/g;
const IMAGE = /<image [^>]*href="([^"]+)"/g;
const GLYPH = /<use href="#([^"]+)" x="([^"]+)"(?: y="([^"]+)")?/g;
const RUN = /translate\((\S+) (\S+)\) scale\((\S+) \S+\)" fill="([^"]+)"/;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;
const EM = 1000, ABOVE = 2 * EM, BELOW = 1.5 * EM; /* no glyph reaches farther from its base line */

/** The size of a page, in points. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = svg.match(/ width="([\d.]+)pt" height="([\d.]+)pt"/) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Its outlines, and its marks from the undermost on. */
export function partsOf(svg: string): { outlines: string; marks: string[] } {
  const end = svg.indexOf("</defs>");
  return { outlines: svg.slice(0, end), marks: svg.slice(end).split("\n") };
}

function attributesOf(mark: string): Attributes {
  return Object.fromEntries([...mark.matchAll(ATTRIBUTE)].map(([, name, value]) => [name!, value!]));
}

function placeOf(mark: Attributes): [number, number, number, number] {
  return [Number(mark.x), Number(mark.y), Number(mark.width), Number(mark.height)];
}

async function decoded(address: string): Promise<ImageBitmap> {
  const [, type, text] = address.match(/^data:([^;]+);base64,(.*)$/)!;
  const bytes = Uint8Array.from(atob(text!), character => character.charCodeAt(0));
  return createImageBitmap(new Blob([bytes], { type: type! }));
}

/** From where to where a mark reaches down the page, in points. */
export function reachOf(mark: string): [number, number] {
  const [run, , base, size] = mark.match(RUN) ?? [];
  if (run) return [Number(base) - ABOVE * Number(size), Number(base) + BELOW * Number(size)];
  const { y, height, "stroke-width": stroke } = attributesOf(mark.split(" href=", 1)[0]!), edge = Number(stroke ?? 0);
  return y && height ? [Number(y) - edge, Number(y) + Number(height) + edge] : [-Infinity, Infinity];
}

/** Draws marks.  Outlines and images are mostly those of the page before, so they are kept. */
export class Pen {
  private readonly outlines = new Map<string, Path2D>(); /* by their text */
  private readonly images = new Map<string, ImageBitmap>(); /* by their address, which holds all of it */

  /** The glyphs of a page, by their id. */
  glyphs(outlines: string): Glyphs {
    const glyphs: Glyphs = new Map();
    for (const [, id, text] of outlines.matchAll(OUTLINE)) {
      if (!this.outlines.has(text!)) this.outlines.set(text!, new Path2D(text));
      glyphs.set(id!, this.outlines.get(text!)!);
    }
    return glyphs;
  }

  /** To be awaited before marks of the picture are drawn. */
  async load(svg: string): Promise<void> {
    for (const [, address] of svg.matchAll(IMAGE))
      if (!this.images.has(address!)) this.images.set(address!, await decoded(address!));
  }

  draw(to: Canvas, mark: string, glyphs: Glyphs): void {
    if (mark.startsWith("<g ")) this.run(to, mark, glyphs);
    else if (mark.startsWith("<rect ")) this.rectangle(to, attributesOf(mark));
    else if (mark.startsWith("<path ")) this.path(to, attributesOf(mark));
    else if (mark.startsWith("<image ")) this.image(to, attributesOf(mark));
    else if (mark && !mark.startsWith("</")) throw new Error(`no mark of a page: ${mark.slice(0, 40)}`);
  }

  /* Glyphs of one size and colour on one line; the page's own group, which has no scale, moves nothing. */
  private run(to: Canvas, mark: string, glyphs: Glyphs): void {
    const [run, left, base, size, colour] = mark.match(RUN) ?? [];
    if (!run) return;
    to.save();
    to.fillStyle = colour!;
    to.transform(Number(size), 0, 0, -Number(size), Number(left), Number(base));
    const { a, d, e, f } = to.getTransform();
    for (const [, id, x, y] of mark.matchAll(GLYPH)) {
      to.setTransform(a, 0, 0, d, e + a * Number(x), f + d * Number(y ?? 0));
      to.fill(glyphs.get(id!)!);
    }
    to.restore();
  }

  /* A rule is filled, a frame has a line around it. */
  private rectangle(to: Canvas, mark: Attributes): void {
    if (mark.stroke) {
      to.strokeStyle = mark.stroke;
      to.lineWidth = Number(mark["stroke-width"]);
      to.strokeRect(...placeOf(mark));
    } else {
      to.fillStyle = mark.fill!;
      to.fillRect(...placeOf(mark));
    }
  }

  private path(to: Canvas, mark: Attributes): void {
    to.fillStyle = mark.fill!;
    to.fill(new Path2D(mark.d));
  }

  private image(to: Canvas, mark: Attributes): void {
    to.imageSmoothingQuality = "high";
    to.drawImage(this.images.get(mark.href!)!, ...placeOf(mark));
  }
}
