/*
 * The handout as it will be printed: a picture of each page, on which the field in focus is outlined, and
 * which leads to its fields.
 */
import { element, fieldOf, find, goTo } from "./dom";
import type { Said } from "./engine";
import { fileOf } from "./findings";
import { type Picture, sizeOf } from "./picture";
import { say } from "./words";

const POINT = 1000; /* a box is in thousandths of a point */

function put(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  if (canvas.width !== bitmap.width) canvas.width = bitmap.width;
  if (canvas.height !== bitmap.height) canvas.height = bitmap.height;
  canvas.getContext("bitmaprenderer")!.transferFromImageBitmap(bitmap);
}

/* Firefox prints no <use> that was put in just before; so each glyph gets its outline. */
function drawing(svg: string): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, "image/svg+xml");
  const outlines = new Map([...documentElement.querySelectorAll("defs > path")].map(one => [`#${one.id}`, one]));
  for (const use of documentElement.querySelectorAll("use")) {
    const outline = outlines.get(use.getAttribute("href")!)!.cloneNode() as Element;
    outline.removeAttribute("id");
    outline.setAttribute("transform", `translate(${use.getAttribute("x")} ${use.getAttribute("y") ?? 0})`);
    use.replaceWith(outline);
  }
  documentElement.querySelector("defs")?.remove();
  return documentElement;
}

export class Sheet {
  private said: Said[] = [];
  private pages: Picture[] = [];
  private canvases: HTMLCanvasElement[] = [];

  /** @param redraw  asks for pictures of another width */
  constructor(private readonly box: HTMLElement, redraw: () => void) {
    box.addEventListener("click", event => this.clicked(event));
    document.addEventListener("focusin", () => this.outline());
    window.addEventListener("resize", () => { this.outline(); redraw(); });
    window.addEventListener("beforeprint", () => this.print());
    window.addEventListener("afterprint", () => find("printed").replaceChildren());
  }

  /** How wide a page is here, in pixels of the screen. */
  get across(): number {
    return Math.max(1, Math.round((this.canvases[0] ?? this.box).clientWidth * devicePixelRatio));
  }

  private fit(count: number): void {
    while (this.canvases.length < count) {
      const canvas = element("canvas", { role: "img" });
      this.canvases.push(canvas);
      this.box.append(element("div", { class: "sheet" }, canvas, element("div", { class: "over", "aria-hidden": "true" })));
    }
    for (const gone of this.canvases.splice(count)) gone.parentElement!.remove();
  }

  /** Whether the pages are still of another text: then none is better than the last good one. */
  others = false;

  /** Takes new pictures; the last good ones stay, greyed, while there are none. */
  show(title: string, pages: Picture[], said: Said[]): void {
    if (this.others && !pages.length) {
      this.fit(0);
      this.pages = [];
    }
    document.body.classList.toggle("stale", !pages.length && this.canvases.length > 0);
    find("none-yet").hidden = pages.length + this.canvases.length > 0;
    if (!pages.length || pages === this.pages) return;
    this.said = said;
    this.pages = pages;
    this.fit(pages.length);
    this.canvases.forEach((canvas, i) => {
      put(canvas, pages[i]!.bitmap);
      canvas.setAttribute("aria-label", pages.length === 1 ? title : `${title} (${i + 1}/${pages.length})`);
    });
    this.outline();
  }

  /* On paper it is the drawing, sharp at any size, and as large as its page. */
  private print(): void {
    const [first] = this.pages;
    if (!first) return;
    const { width, height } = sizeOf(first.svg);
    find("paper").textContent = `@media print { @page { size: ${width}pt ${height}pt; margin: 0 } }`;
    find("printed").replaceChildren(...this.pages.map(one => drawing(one.svg)));
  }

  // ---- From the page to the form, and back ----

  private boxes(page: number): Said[] {
    return this.said.filter(one => one.type === "box" && one.page === page);
  }

  /* Pixels of the page around for a thousandth of a point. */
  private scale(page: number): number {
    return this.canvases[page]!.clientWidth / sizeOf(this.pages[page]!.svg).width / POINT;
  }

  private outline(): void {
    const id = document.activeElement?.id ?? "";
    this.canvases.forEach((canvas, i) => {
      const scale = this.scale(i);
      const marks = this.boxes(i + 1).filter(one => fieldOf(fileOf(one), one.pointer!)?.id === id).map(one => {
        const mark = element("span", { class: "mark" });
        for (const [name, size] of [["left", one.x], ["top", one.y], ["width", one.width], ["height", one.height]] as const)
          mark.style.setProperty(name, `${(size ?? 0) * scale}px`);
        return mark;
      });
      canvas.nextElementSibling!.replaceChildren(...marks);
    });
  }

  private clicked(event: MouseEvent): void {
    const page = this.canvases.indexOf(event.target as HTMLCanvasElement);
    if (page < 0) return;
    const edge = this.canvases[page]!.getBoundingClientRect(), scale = this.scale(page);
    const x = (event.clientX - edge.left) / scale, y = (event.clientY - edge.top) / scale;
    const hit = this.boxes(page + 1).find(one => x >= one.x! && x <= one.x! + one.width! && y >= one.y! && y <= one.y! + one.height!);
    if (hit) goTo(fieldOf(fileOf(hit), hit.pointer!));
  }
}

/** The one line that always tells the truth. */
export function reportLine(said: Said[], pages: Picture[]): string {
  const report = said.find(one => one.type === "report");
  if (!report?.pages || !pages.length) {
    const why = said.find(one => one.severity === "error");
    return `${say("noPage")}${why ? ` ${why.message}${why.hint ? `: ${why.hint}` : ""}` : ""}`;
  }
  const room = report.room === 1 ? say("oneRoom") : report.room ? say("room").replace("{}", String(report.room)) : say("noRoom");
  const count = report.pages === 1 ? say("onePage") : `${report.pages} ${say("pages")}`;
  return `${count}, ${report.paper}, ${say("body")} ${report.body} pt, ${room}`;
}
