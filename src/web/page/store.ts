/*
 * What is being written: an article, a clinic, and the files that the clinic names.  The text of a file
 * is what the engine reads and what is saved, so what was opened and not changed is saved byte for byte;
 * the form works on its value, and each change of that writes the text anew.
 */
import type { Named } from "./engine";
import { type Fields, isObject, parse, stringify } from "./json";

export const ARTICLE = "article.json", CLINIC = "clinic.json";

export class Part {
  text = "{}\n";
  value: Fields = {};
  /** The text is no JSON object: it was typed as JSON, and is not finished. */
  broken = false;

  constructor(public name: string) {}

  /** Takes a text; while it is broken the value stays as it was. */
  read(text: string): boolean {
    this.text = text;
    try {
      const value = parse(text);
      this.broken = !isObject(value);
      if (isObject(value)) this.value = value;
    } catch {
      this.broken = true;
    }
    return !this.broken;
  }

  /** To be called when the value was changed. */
  wrote(): void {
    this.text = stringify(this.value);
    this.broken = false;
  }
}

interface Snapshot { article: string; articleName: string; clinic: string; named: Named[]; where: string }

const MOST_STEPS = 500, ONE_STEP = 1000; /* milliseconds: what is typed in one go is undone in one */

export class Store {
  readonly article = new Part(ARTICLE);
  readonly clinic = new Part(CLINIC);
  named: Named[] = [];
  private past: Snapshot[] = [];
  private last = 0;
  private saved = { article: "", clinic: "" };

  /** Begins anew: nothing to undo, nothing to save. */
  begin(article: string, clinic: string, named: Named[]): void {
    this.article.read(article);
    this.clinic.read(clinic);
    this.named = named;
    this.past = [this.snapshot("")];
    this.wasSaved("article", "clinic");
  }

  /** The paths that the two files name. */
  get paths(): string[] {
    const { logo, fonts } = this.clinic.value, { picture } = this.article.value;
    const all = [isObject(picture) ? picture.file : "", logo, ...(isObject(fonts) ? Object.values(fonts) : [])];
    return all.filter(path => typeof path === "string");
  }

  /** What was given and is named now; the engine has room for no more. */
  get wanted(): Named[] {
    const { paths } = this;
    return this.named.filter(one => paths.includes(one.name));
  }

  private snapshot(where: string): Snapshot {
    return { article: this.article.text, articleName: this.article.name, clinic: this.clinic.text,
      named: this.named, where };
  }

  /** Remembers what there is now. @param where  the field that was typed in, "" for what is no typing */
  keep(where: string): void {
    const now = this.snapshot(where), before = this.past[this.past.length - 1], time = Date.now();
    const same = before.article === now.article && before.clinic === now.clinic && before.named === now.named;
    if (same) return;
    if (where && before.where === where && time - this.last < ONE_STEP) this.past.pop();
    this.past.push(now);
    if (this.past.length > MOST_STEPS) this.past.shift();
    this.last = time;
  }

  get canUndo(): boolean { return this.past.length > 1; }

  /** Goes a step back. @return where it was */
  undo(): string {
    if (!this.canUndo) return "";
    const { where } = this.past.pop()!;
    const { article, articleName, clinic, named } = this.past[this.past.length - 1];
    this.article.name = articleName;
    this.article.read(article);
    this.clinic.read(clinic);
    this.named = named;
    return where;
  }

  wasSaved(...parts: ("article" | "clinic")[]): void {
    for (const part of parts) this.saved[part] = this[part].text;
  }

  get unsaved(): boolean {
    return this.saved.article !== this.article.text || this.saved.clinic !== this.clinic.text;
  }
}
