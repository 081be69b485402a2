/*
 * The page: two forms, the messages at their fields, the picture of the handout, and files in and
 * out.  The newest edit wins: while the engine works only the last change waits for it.
 */
import type { Named, Said } from "./engine";
import { button, element, fieldId, Form, type Json, type Schema } from "./form";
import { language, languages, say, setLanguage } from "./words";
import type { Answer, Question } from "./worker";

interface Built { worker: string; schemas: { article: Schema; clinic: Schema }; start: { article: Json; clinic: Json } }

type Values = { article: { [key: string]: Json }; clinic: { [key: string]: Json } };
const ARTICLE = "article.json", CLINIC = "clinic.json";
const find = (id: string) => document.getElementById(id)!;
const built = JSON.parse(find("built").textContent!) as Built;

let values = structuredClone(built.start) as Values;
let forms: Form[] = [];
let named: Named[] = [];
let made: { said: Said[]; svg: string | null } = { said: [], svg: null };
let articleName = ARTICLE;
let saved = JSON.stringify(values), history: string[] = [saved];

// ---- The engine ----

let worker: Worker;
let waiting: { question: Question; done: (answer: Answer) => void }[] = [];
let busy = false;

async function engineCode(): Promise<ArrayBuffer> {
  const packed = Uint8Array.from(atob(find("engine").textContent!.trim()), c => c.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

function ask(question: Question): Promise<Answer> {
  if (question.kind === "make") waiting = waiting.filter(other => other.question.kind !== "make");
  return new Promise(done => { waiting.push({ question, done }); next(); });
}

function next(): void {
  const first = waiting[0];
  if (busy || !first) return;
  busy = true;
  waiting.shift();
  worker.onmessage = (event: MessageEvent<Answer>) => { busy = false; first.done(event.data); next(); };
  worker.onerror = event => { busy = false; first.done({ kind: "failed", why: event.message }); next(); };
  worker.postMessage(first.question);
}

async function startEngine(): Promise<void> {
  worker?.terminate();
  worker = new Worker(URL.createObjectURL(new Blob([built.worker], { type: "text/javascript" })));
  busy = false;
  await ask({ kind: "open", code: await engineCode() });
}

const bytesOf = (value: Json) => new TextEncoder().encode(JSON.stringify(value, null, 2) + "\n");

async function make(): Promise<void> {
  const now = new Date(), two = (n: number) => String(n).padStart(2, "0");
  const answer = await ask({
    kind: "make", named, large: (find("large") as HTMLInputElement).checked,
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    article: { name: articleName, bytes: bytesOf(values.article) },
    clinic: Object.keys(values.clinic).length ? { name: CLINIC, bytes: bytesOf(values.clinic) } : null,
  });
  if (answer.kind === "failed") {
    tell(`${say("crashed")} ${answer.why}`);
    await startEngine();
  } else if (answer.kind === "make") {
    made = answer;
    show();
  }
}

// ---- What it said ----

const tell = (text: string) => { find("status").textContent = text; };
const fileOf = (one: Said) => (one.file === CLINIC ? CLINIC : ARTICLE);

function reportLine(): string {
  const report = made.said.find(one => one.type === "report");
  if (!report?.pages || !made.svg) return say("noPage");
  const room = report.room ? say("room").replace("{}", String(report.room)) : say("noRoom");
  const pages = report.pages === 1 ? say("onePage") : `${report.pages} ${say("pages")}`;
  return `${pages}, ${report.paper}, ${say("body")} ${report.body} pt, ${room}`;
}

/* The field of a message, or the nearest one around it. */
function fieldOf(file: string, pointer: string): HTMLElement | null {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = document.getElementById(fieldId(file, at));
    if (found) return found;
  }
  return null;
}

function goTo(field: HTMLElement | null): void {
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
  field?.scrollIntoView({ block: "center" });
}

function message(one: Said): HTMLElement {
  const item = element("li", { class: one.severity! },
    element("strong", {}, `${say(one.severity!)}: `), one.message ?? "");
  if (one.hint) item.append(element("br"), one.hint);
  return item;
}

function showFindings(): void {
  const order = { error: 0, warning: 1, note: 2 };
  const found = made.said.filter(one => one.type === "diagnostic")
    .sort((a, b) => order[a.severity!] - order[b.severity!]);
  for (const list of document.querySelectorAll(".found")) list.replaceChildren();
  for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  const all = found.map(one => {
    const field = fieldOf(fileOf(one), one.pointer ?? "");
    const item = message(one);
    if (field) {
      document.getElementById(`${field.id}-found`)?.append(message(one));
      if (one.severity === "error") field.setAttribute("aria-invalid", "true");
      item.append(" ", button("→", () => goTo(field), `→ ${one.message}`));
    }
    return item;
  });
  find("findings").replaceChildren(...(all.length ? all : [element("li", {}, say("nothing"))]));
}

function show(): void {
  tell(reportLine());
  showFindings();
  const page = find("picture") as HTMLImageElement;
  document.body.classList.toggle("stale", !made.svg);
  for (const id of ["save-pdf", "print"]) (find(id) as HTMLButtonElement).disabled = !made.svg;
  if (!made.svg) return;
  URL.revokeObjectURL(page.src);
  page.src = URL.createObjectURL(new Blob([made.svg], { type: "image/svg+xml" }));
  page.alt = String(values.article.title ?? "");
  outline();
}

/* The field in focus is outlined on the page. */
function outline(): void {
  const page = find("picture") as HTMLImageElement, over = find("over");
  const scale = page.clientWidth / (page.naturalWidth || 1) / 750; /* thousandths of a point; 96 dots an inch */
  const id = document.activeElement?.id ?? "";
  over.replaceChildren(...made.said.filter(one => one.type === "box" && one.page === 1
    && fieldOf(fileOf(one), one.pointer!)?.id === id).map(one => {
      const mark = element("span", { class: "mark" });
      for (const [name, size] of [["left", one.x], ["top", one.y], ["width", one.width], ["height", one.height]] as const)
        mark.style.setProperty(name, `${(size ?? 0) * scale}px`);
      return mark;
    }));
}

function clicked(event: MouseEvent): void {
  const page = find("picture") as HTMLImageElement, edge = page.getBoundingClientRect();
  const scale = page.clientWidth / (page.naturalWidth || 1) / 750;
  const x = (event.clientX - edge.left) / scale, y = (event.clientY - edge.top) / scale;
  const hit = made.said.find(one => one.type === "box" && one.page === 1 && x >= one.x! && x <= one.x! + one.width!
    && y >= one.y! && y <= one.y! + one.height!);
  if (hit) goTo(fieldOf(fileOf(hit), hit.pointer!));
}

// ---- The forms ----

function changed(redraw: boolean): void {
  const now = JSON.stringify(values);
  if (now !== history[history.length - 1]) history.push(now);
  if (redraw) draw();
  void make();
}

function draw(): void {
  forms = [new Form(ARTICLE, built.schemas.article, values.article, changed),
           new Form(CLINIC, built.schemas.clinic, values.clinic, changed)];
  find("article").replaceChildren(...forms[0].draw());
  find("clinic").replaceChildren(...forms[1].draw());
  document.documentElement.lang = language();
  for (const text of document.querySelectorAll<HTMLElement>("[data-say]"))
    text.textContent = say(text.dataset.say as Parameters<typeof say>[0]);
  (find("json") as HTMLTextAreaElement).value = JSON.stringify(values.article, null, 2);
}

function replace(next: Values): void {
  values = next;
  changed(true);
}

function undo(): void {
  if (history.length < 2) return;
  history.pop();
  values = JSON.parse(history[history.length - 1]) as Values;
  draw();
  void make();
}

// ---- Files ----

function save(name: string, bytes: Uint8Array, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = element("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

const idOf = () => made.said.find(one => one.type === "document")?.id ?? "handout";

async function savePdf(): Promise<void> {
  const answer = await ask({ kind: "pdf" });
  if (answer.kind !== "pdf" || !answer.bytes) return;
  save(`${idOf()}.pdf`, answer.bytes, "application/pdf");
  saved = JSON.stringify(values);
}

function openJson(name: string, bytes: Uint8Array): void {
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Json;
  } catch (error) {
    tell(`${name}: ${say("notJson")} ${String(error)}`);
    return;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    tell(`${say("unknownFile")} ${name}`);
    return;
  }
  if ("name" in value && !("title" in value)) replace({ ...values, clinic: value });
  else { articleName = name; replace({ ...values, article: value }); }
}

async function openPdf(pdf: Named): Promise<void> {
  const answer = await ask({ kind: "unpack", pdf });
  if (answer.kind !== "unpack") return;
  const [article, ...others] = answer.files;
  if (!article) {
    const why = answer.said.find(one => one.type === "diagnostic");
    tell(`${pdf.name}: ${why?.message ?? ""}. ${why?.hint ?? ""}`);
    return;
  }
  named = others.filter(one => one.name !== CLINIC);
  const clinic = others.find(one => one.name === CLINIC);
  values.clinic = {};
  if (clinic) openJson(clinic.name, clinic.bytes);
  openJson(article.name, article.bytes);
}

async function openFile(file: File): Promise<void> {
  const one = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const begins = new TextDecoder("latin1").decode(one.bytes.subarray(0, 5));
  if (begins === "%PDF-") await openPdf(one);
  else if (/\.(png|jpe?g|ttf|otf|ttc)$/i.test(one.name)) {
    named = [...named.filter(other => other.name !== one.name), one];
    void make();
  } else openJson(one.name, one.bytes);
}

async function openAll(files: Iterable<File>): Promise<void> {
  for (const file of files) await openFile(file);
}

function useJson(): void {
  openJson(articleName, new TextEncoder().encode((find("json") as HTMLTextAreaElement).value));
}

// ---- The start ----

function listen(): void {
  const on = (id: string, action: () => void) => find(id).addEventListener("click", action);
  const chooser = find("chooser") as HTMLInputElement, choice = find("language") as HTMLSelectElement;
  on("open", () => chooser.click());
  chooser.addEventListener("change", () => { void openAll(chooser.files ?? []).then(() => { chooser.value = ""; }); });
  on("save-article", () => { save(`${idOf()}.json`, bytesOf(values.article), "application/json"); saved = JSON.stringify(values); });
  on("save-clinic", () => save(CLINIC, bytesOf(values.clinic), "application/json"));
  on("save-pdf", () => { void savePdf(); });
  on("print", () => print());
  on("undo", undo);
  on("apply", useJson);
  find("large").addEventListener("change", () => { void make(); });
  find("picture").addEventListener("click", event => clicked(event as MouseEvent));
  document.addEventListener("focusin", outline);
  document.addEventListener("dragover", event => event.preventDefault());
  document.addEventListener("drop", event => { event.preventDefault(); void openAll(event.dataTransfer?.files ?? []); });
  window.addEventListener("beforeunload", event => { if (JSON.stringify(values) !== saved) event.preventDefault(); });
  choice.append(...languages.map(name => element("option", { value: name }, name)));
  choice.value = language();
  choice.addEventListener("change", () => { setLanguage(choice.value); draw(); show(); });
}

listen();
draw();
void startEngine().then(make);
