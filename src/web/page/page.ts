/*
 * The page: two forms, the messages at their fields, the picture of the handout, and files in and out.
 * Each part has a file of its own; here they meet.
 */
import { Client } from "./client";
import { adviceOf, showCuts } from "./cuts";
import { button, element, fieldOf, find, goTo } from "./dom";
import type { Named, Said } from "./engine";
import { bytesOf, Files, PastedPost, save } from "./files";
import { counted, Findings, worded } from "./findings";
import { Form, type Host, type Schema } from "./form";
import { type Fields, type Json, stringify, texts } from "./json";
import { JsonView } from "./jsonview";
import * as memory from "./memory";
import type { Picture } from "./picture";
import { reportLine, Sheet } from "./sheet";
import { ARTICLE, CLINIC, type Part, Store } from "./store";
import { type Headings, language, languages, say, setHeadings, setLanguage, setTitles, type Word } from "./words";
import type { Job } from "./worker";

interface Built {
  worker: string; schemas: { article: Schema; clinic: Schema }; start: { article: Json; clinic: Json };
  headings: Headings;
}

const built = JSON.parse(find("built").textContent!) as Built;
/* An article with what it must have, and nothing in it. */
const EMPTY: Fields = { title: "", summary: "", dosage: {}, cautions: [""], benefits: [""], references: [],
  disclaimer: "" };
const REDRAW_AFTER = 150; /* milliseconds without a change of the JSON: the forms are large */
const SPEAK_AFTER = 1000; /* milliseconds without a change, so that typing is not talked over */

const store = new Store();
const sheet = new Sheet(find("sheets"), () => { void make(); });
const findings = new Findings(store, edit);
const jsonView = new JsonView(store, typed);
let client: Client;
let files: Files;
let said: Said[] = [], pages: Picture[] = [];
let kept = memory.recall();
let speaking = 0, redrawing = 0, asked = 0;

// ---- Saying ----

/** What went wrong, or is to be known; it stays until it is closed or something else is. */
function tell(text: string): void {
  find("notice-text").textContent = text;
  find("notice").hidden = !text;
}

function speak(): void {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    const text = [find("status"), find("cuts")].map(one => one.textContent).join(" ") + ` ${counted(said)}`;
    if (find("spoken").textContent !== text) find("spoken").textContent = text;
  }, SPEAK_AFTER);
}

function show(): void {
  const advice = adviceOf(said, store);
  find("status").textContent = advice?.severity === "error" ? say("tooLong") : reportLine(said, pages);
  findings.show(said, advice?.said);
  showCuts(advice);
  sheet.show(String(store.article.value.title ?? ""), pages, said);
  jsonView.show(said);
  for (const id of ["save-pdf", "print"]) find<HTMLButtonElement>(id).disabled = !pages.length;
  find<HTMLButtonElement>("undo").disabled = !store.canUndo;
  showMemory();
  speak();
}

// ---- The engine ----

function today(): string {
  const now = new Date(), two = (n: number) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function job(): Job {
  const { article, clinic, wanted: named } = store;
  const file = (name: string, text: string): Named => ({ name, bytes: bytesOf(text) });
  return { today: today(), large: find<HTMLInputElement>("large").checked, files: { named,
    article: file(article.name, article.text), clinic: clinic.text.trim() === "{}" ? null : file(CLINIC, clinic.text) } };
}

/* A crash is told, and tried once more with a new engine; what it takes to crash it may be gone by then. */
async function make(again = true): Promise<void> {
  const number = ++asked;
  find("sheets").ariaBusy = "true";
  const answer = await client.ask({ kind: "make", job: job(), across: sheet.across });
  if (number === asked) find("sheets").ariaBusy = "false";
  if (answer.kind === "failed") {
    tell(`${say("crashed")} ${answer.why}`);
    if (again) await make(false);
  } else if (answer.kind === "make") {
    ({ said, pages } = answer);
    show();
    if (number === asked) sheet.others = false;
  }
}

// ---- The forms ----

const template = new Set([...texts(built.start.article), ...texts(built.start.clinic)]);
const hostOf = (part: Part): Host =>
  ({ changed: anew => changed(part, anew), choose: kinds => files.choose(kinds), template });

/* The form has changed the value. */
function changed(part: Part, anew: boolean): void {
  part.wrote();
  store.keep(anew ? "" : document.activeElement?.id ?? "");
  if (anew) draw();
  void make();
}

/* A text was mended. */
function edit(part: Part, text: string): void {
  part.read(text);
  replaced("");
}

/* A text was typed as JSON. */
function typed(part: Part, text: string): void {
  part.read(text);
  store.keep(document.activeElement?.id ?? "");
  clearTimeout(redrawing);
  redrawing = setTimeout(() => {
    if (!part.broken) draw();
    void make();
  }, REDRAW_AFTER);
}

/* The files are others. */
function replaced(where: string): void {
  store.keep("");
  draw();
  if (where) goTo(fieldOf(ARTICLE, where));
  void make();
}

/* Another text was opened: the last page is not its. */
function opened(): void {
  sheet.others = true;
  replaced("");
}

function draw(): void {
  const { article, clinic } = built.schemas;
  find(`${ARTICLE}:`).replaceChildren(...new Form(ARTICLE, article, store.article.value, hostOf(store.article)).draw());
  find(`${CLINIC}:`).replaceChildren(...new Form(CLINIC, clinic, store.clinic.value, hostOf(store.clinic)).draw());
  document.documentElement.lang = language();
  for (const text of document.querySelectorAll<HTMLElement>("[data-say]")) text.textContent = say(text.dataset.say as Word);
}

function undo(): void {
  const [file, pointer] = store.undo().split(":");
  draw();
  if (file && pointer) goTo(fieldOf(file, pointer));
  void make();
}

function empty(): void {
  store.article.name = ARTICLE;
  store.article.read(stringify({ language: language() === "en" ? "en-US" : language(), ...EMPTY }));
  replaced("/title");
}

// ---- Saving ----

const idOf = () => said.find(one => one.type === "document")?.id ?? "handout";

async function savePdf(): Promise<void> {
  const answer = await client.ask({ kind: "pdf", job: job() });
  if (answer.kind === "failed") tell(`${say("crashed")} ${answer.why}`);
  if (answer.kind !== "pdf") return;
  if (!answer.bytes) return tell(reportLine(said, pages));
  save(`${idOf()}.pdf`, answer.bytes, "application/pdf");
  store.wasSaved("article", "clinic");
}

function saveArticle(): void {
  save(`${idOf()}.json`, bytesOf(store.article.text), "application/json");
  store.wasSaved("article");
}

function saveClinic(): void {
  save(CLINIC, bytesOf(store.clinic.text), "application/json");
  store.wasSaved("clinic");
}

async function copyJson(): Promise<void> {
  try {
    await navigator.clipboard.writeText(find<HTMLTextAreaElement>("json").value);
    tell(say("copied"));
  } catch {
    find<HTMLTextAreaElement>("json").select();
    tell(say("copyYourself"));
  }
}

// ---- Posts, references, the clinic that is remembered ----

function imported(found: Said[]): void {
  find("imported-list").replaceChildren(...found.map(one => element("li", { class: one.severity! },
    element("strong", {}, `${say(one.severity!)}: `),
    element("span", { lang: "en" }, worded(one.message ?? ""), one.hint ? ` (${worded(one.hint)})` : ""))));
  find("imported").hidden = !found.length;
  goTo(find(found.length ? "imported" : `${ARTICLE}:`));
}

function showMemory(): void {
  const same = kept?.clinic === store.clinic.text;
  find("remembered").textContent = kept ? say(same ? "remembered" : "otherRemembered") : say("notRemembered");
  find("recall").hidden = !kept || same;
  find("forget").hidden = !kept;
}

function rememberClinic(): void {
  if (memory.remember(store.clinic.text, store.wanted)) store.wasSaved("clinic");
  else tell(say("cannotRemember"));
  kept = memory.recall();
  showMemory();
}

function recallClinic(): void {
  if (!kept) return;
  store.clinic.read(kept.clinic);
  store.named = kept.named;
  store.wasSaved("clinic");
  replaced("");
}

function forgetClinic(): void {
  memory.forget();
  kept = memory.recall();
  showMemory();
}

// ---- The start ----

async function engineCode(): Promise<ArrayBuffer> {
  const text = atob(find("engine").textContent!.trim()), packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

function listenToTools(): void {
  const on = (id: string, action: () => unknown) => find(id).addEventListener("click", () => { void action(); });
  const pasted = new PastedPost(find<HTMLTextAreaElement>("post"));
  const chooser = find<HTMLInputElement>("chooser"), list = find<HTMLTextAreaElement>("references");
  on("open", () => chooser.click());
  chooser.addEventListener("change", () => { void files.openAll(chooser.files ?? []).then(() => { chooser.value = ""; }); });
  on("empty", empty);
  on("save-article", saveArticle);
  on("save-clinic", saveClinic);
  on("save-pdf", savePdf);
  on("print", () => print());
  on("undo", undo);
  on("copy", copyJson);
  on("remember", rememberClinic);
  on("recall", recallClinic);
  on("forget", forgetClinic);
  on("import", async () => { const { post, markup } = pasted.post; await files.openPost(post, markup, () => pasted.clear()); });
  on("add-references", () => { if (files.addReferences(list.value)) list.value = ""; });
  find("notice").append(button("OK", () => tell("")));
  find("imported").append(button("OK", () => imported([])));
  find("large").addEventListener("change", () => { void make(); });
}

/* What is scrolled to, and the page at the side, stand below the head, however much that says. */
function followHead(): void {
  const head = document.querySelector("header")!, { style } = document.documentElement;
  new ResizeObserver(() => style.setProperty("--head", `${head.offsetHeight}px`)).observe(head);
}

function listenToWindow(): void {
  const choice = find<HTMLSelectElement>("language");
  document.addEventListener("dragover", event => event.preventDefault());
  document.addEventListener("drop", event => { event.preventDefault(); void files.openAll(event.dataTransfer?.files ?? []); });
  document.addEventListener("keydown", event => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void savePdf();
  });
  window.addEventListener("beforeunload", event => { if (store.unsaved) event.preventDefault(); });
  choice.append(...languages.map(one => element("option", { value: one.tag, lang: one.tag }, one.name)));
  choice.value = language();
  choice.addEventListener("change", () => { setLanguage(choice.value); draw(); show(); });
}

async function start(): Promise<void> {
  setHeadings(built.headings);
  setTitles(Object.fromEntries(Object.entries(built.schemas.article.properties!).map(([key, one]) => [key, one.title ?? key])));
  find("status").textContent = say("starting");
  store.begin(stringify(built.start.article), kept?.clinic ?? stringify(built.start.clinic), kept?.named ?? []);
  draw();
  client = new Client(built.worker, await engineCode());
  files = new Files(client, store, { tell, imported, changed: opened,
    clinicIsTemplate: () => store.clinic.text === stringify(built.start.clinic) });
  followHead();
  listenToTools();
  listenToWindow();
  await make();
}

void start();
