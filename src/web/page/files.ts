/*
 * Files in and out.  What is opened is judged first; a file that is refused is told, and what is being
 * written stays.
 */
import type { Client } from "./client";
import { element, find } from "./dom";
import { Markup, type Named, type Said } from "./engine";
import { diagnostics } from "./findings";
import { isObject, parse, type Json } from "./json";
import { CLINIC, Part, type Store } from "./store";
import { say } from "./words";

const MIB = 2 ** 20;
const MOST = { pdf: 128 * MIB, other: 16 * MIB }; /* as the engine has them; more would only fill the memory */
const PICTURE = /\.(png|jpe?g)$/i, FONT = /\.(ttf|otf|ttc)$/i, POST = /\.(html?|md|markdown|txt)$/i;
/* What the engine says of a text that no form could show. */
const UNREADABLE = new Set(["too-large", "too-deep", "too-many-values", "syntax", "not-utf8", "not-text", "not-json",
  "empty-file", "raw-control", "text-after-value", "bad-number", "nul-character"]);

export const bytesOf = (text: string) => new TextEncoder().encode(text);

export function save(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

const sentence = (one: Said | undefined) =>
  one ? `${one.line ? `${say("line")} ${one.line}: ` : ""}${one.message}.${one.hint ? ` ${one.hint}.` : ""}` : "";

/** What the page does with what was opened. */
export interface Opened {
  /** Something went wrong, or is to be known. */
  tell(text: string): void;
  /** What an import says, to be read beside the draft. */
  imported(said: Said[]): void;
  /** The files in the store are others. */
  changed(): void;
  /** The clinic is still the one that only says what to write. */
  clinicIsTemplate(): boolean;
}

export class Files {
  constructor(private readonly client: Client, private readonly store: Store, private readonly page: Opened) {}

  async openAll(files: Iterable<File>): Promise<void> {
    for (const file of files) await this.open(file);
  }

  private async open(file: File): Promise<void> {
    const begins = await file.slice(0, 5).text(), pdf = begins === "%PDF-";
    if (file.size > (pdf ? MOST.pdf : MOST.other)) {
      this.page.tell(`${file.name}: ${say("tooLarge")}`);
      return;
    }
    const one = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    if (pdf) await this.openPdf(one);
    else if (PICTURE.test(one.name) || FONT.test(one.name)) this.openNamed(one);
    else if (POST.test(one.name)) await this.openPost(one, Markup.Guess);
    else await this.openJson(one);
  }

  // ---- An article, a clinic ----

  async openJson(file: Named): Promise<void> {
    const why = await this.refused(file);
    if (why) this.page.tell(`${file.name}: ${why}`);
    else if (this.take(file)) this.page.changed();
  }

  /* Why the engine cannot read it; "" if it can, whatever it finds in it. */
  private async refused(article: Named): Promise<string> {
    const job = { files: { article, clinic: null, named: [] }, today: "", large: false };
    const answer = await this.client.ask({ kind: "judge", job });
    if (answer.kind === "failed") return `${say("crashed")} ${answer.why}`;
    if (answer.kind !== "given") return "";
    return sentence(diagnostics(answer.said).find(one => UNREADABLE.has(one.id ?? "")));
  }

  private take(file: Named): boolean {
    const text = new TextDecoder().decode(file.bytes), part = new Part(file.name);
    if (!part.read(text)) {
      this.page.tell(`${file.name}: ${say("unknownFile")}`);
      return false;
    }
    const isClinic = "name" in part.value && !("title" in part.value);
    if (!isClinic) this.store.article.name = file.name;
    this.store[isClinic ? "clinic" : "article"].read(text);
    this.store.wasSaved(isClinic ? "clinic" : "article");
    return true;
  }

  // ---- A PDF that this program made, and the files that a clinic names ----

  private async openPdf(pdf: Named): Promise<void> {
    const answer = await this.client.ask({ kind: "unpack", pdf });
    if (answer.kind === "failed") this.page.tell(`${pdf.name}: ${say("crashed")} ${answer.why}`);
    if (answer.kind !== "given") return;
    const [article, ...others] = answer.files, clinic = others.find(one => one.name === CLINIC);
    if (!article) {
      this.page.tell(`${pdf.name}: ${sentence(diagnostics(answer.said)[0])}`);
      return;
    }
    this.store.named = others.filter(one => one !== clinic);
    this.store.clinic.read(clinic ? new TextDecoder().decode(clinic.bytes) : "{}\n");
    this.store.wasSaved("clinic");
    if (this.take(article)) this.page.changed();
  }

  /* A file is named by a path; the browser tells a name only.  A picture that nobody names is a logo. */
  private openNamed(file: Named): void {
    const { clinic } = this.store;
    const wanted = this.store.paths.find(path => path.split(/[\\/]/).pop() === file.name);
    this.addNamed({ name: wanted ?? file.name, bytes: file.bytes });
    if (!wanted && PICTURE.test(file.name) && !clinic.value.logo) {
      clinic.value.logo = file.name;
      clinic.wrote();
    }
    if (!wanted) this.page.tell(`${file.name}: ${say(clinic.value.logo === file.name ? "nowLogo" : "chooseThere")}`);
    this.page.changed();
  }

  private addNamed(file: Named): void {
    this.store.named = [...this.store.named.filter(other => other.name !== file.name), file];
  }

  /** Lets a file be chosen for a field. @return its name, "" if none was */
  choose(kinds: string): Promise<string> {
    const chooser = element("input", { type: "file", accept: kinds });
    return new Promise(done => {
      chooser.addEventListener("cancel", () => done(""));
      chooser.addEventListener("change", () => {
        const file = chooser.files?.[0];
        if (!file) return done("");
        void file.arrayBuffer().then(bytes => {
          this.addNamed({ name: file.name, bytes: new Uint8Array(bytes) });
          done(file.name);
        });
      });
      chooser.click();
    });
  }

  // ---- A post, references ----

  /** @param taken  is called if it became a draft, before that is shown */
  async openPost(post: Named, markup: Markup, taken?: () => void): Promise<void> {
    const answer = await this.client.ask({ kind: "import", post, markup });
    if (answer.kind === "failed") this.page.tell(`${post.name}: ${say("crashed")} ${answer.why}`);
    if (answer.kind !== "given") return;
    const [article, clinic] = answer.files;
    if (!article) {
      this.page.tell(`${post.name}: ${sentence(diagnostics(answer.said)[0])}`);
      return;
    }
    this.store.article.name = `${article.name}.json`;
    this.store.article.read(new TextDecoder().decode(article.bytes));
    if (clinic && this.page.clinicIsTemplate()) this.store.clinic.read(new TextDecoder().decode(clinic.bytes));
    taken?.();
    this.page.changed();
    this.page.imported(diagnostics(answer.said));
  }

  /** CSL-JSON, one item or a list; or a reference a line. */
  addReferences(text: string): boolean {
    const { value } = this.store.article, added = references(text.trim());
    if (!added) {
      this.page.tell(say("otherReferences"));
      return false;
    }
    value.references = [...(Array.isArray(value.references) ? value.references : []), ...added];
    this.store.article.wrote();
    this.page.changed();
    return true;
  }
}

/* null: in a form that is not read here (BibTeX, RIS, XML), or JSON with a fault. */
function references(text: string): Json[] | null {
  if (/^(@\w+\s*\{|TY {2}-|<)/.test(text)) return null;
  if (!/^[[{]/.test(text)) return text.split(/\r?\n/).map(line => line.trim()).filter(Boolean);
  try {
    const value = parse(text);
    return Array.isArray(value) ? value : isObject(value) && Array.isArray(value.items) ? value.items : [value];
  } catch {
    return null;
  }
}

/** Takes what is pasted into a text area, and keeps its HTML aside: headings and lists say what is what. */
export class PastedPost {
  private html = "";

  constructor(private readonly area: HTMLTextAreaElement) {
    area.addEventListener("paste", event => {
      this.html = area.value.trim() ? "" : event.clipboardData?.getData("text/html") ?? "";
    });
    area.addEventListener("input", event => {
      if ((event as InputEvent).inputType !== "insertFromPaste") this.html = "";
    });
  }

  get post(): { post: Named; markup: Markup } {
    const [name, text, markup] = this.html ? ["pasted.html", this.html, Markup.Html] as const
      : ["pasted.txt", this.area.value, Markup.Text] as const;
    return { post: { name, bytes: bytesOf(text) }, markup };
  }

  clear(): void {
    this.area.value = "";
    this.html = "";
    find<HTMLDetailsElement>("paste").open = false;
  }
}
