/*
 * What the engine found: each message at its field, and all of them in one list, errors first.  Where the
 * hint says just which words to write instead, a button does it.
 */
import { button, element, fieldOf, find, foundId, goTo } from "./dom";
import type { Said } from "./engine";
import { parse, texts } from "./json";
import { ARTICLE, CLINIC, type Part, type Store } from "./store";
import { nameOf, say } from "./words";

const ORDER = { error: 0, warning: 1, note: 2 };

export const fileOf = (one: Said) => (one.file === CLINIC ? CLINIC : ARTICLE);
export const diagnostics = (said: Said[]) => said.filter(one => one.type === "diagnostic")
  .sort((a, b) => ORDER[a.severity!] - ORDER[b.severity!]);

/** "2 errors, 1 warning", for who hears the page. */
export function counted(said: Said[]): string {
  const found = diagnostics(said);
  const parts = (["error", "warning", "note"] as const).map(kind => {
    const count = found.filter(one => one.severity === kind).length;
    return count ? `${say(kind)}: ${count}` : "";
  });
  return parts.filter(Boolean).join(", ") || say("nothing");
}

// ---- Fixes ----

interface Fix { from: string; to: string; begin: number; end: number }

/* Where line and column of a message are in a text; columns are counted in characters. */
function placeOf(text: string, one: Said): [number, number] {
  let begin = 0;
  for (let line = 1; line < one.line!; line++) begin = text.indexOf("\n", begin) + 1;
  const end = text.indexOf("\n", begin), characters = [...text.slice(begin, end < 0 ? undefined : end)], from = one.column! - 1;
  begin += characters.slice(0, from).join("").length;
  return [begin, begin + characters.slice(from, from + one.width!).join("").length];
}

/** Just these words for those; null if the message is no such one, or the text is another by now. */
export function fixOf(text: string, one: Said): Fix | null {
  const from = one.message?.match(/"([^"]+)"/)?.[1];
  const to = one.hint?.match(/^(?:write|did you mean) "([^"]+)"\??$/)?.[1];
  if (!from || !to || !one.line || !one.width) return null;
  const last = one.message!.match(/"([^"]+)"$/)?.[1]; /* there is a plainer way to say "…" */
  const [begin, end] = placeOf(text, one), there = text.slice(begin, end);
  const words = [from, last].find(words => words && (there === words || there === JSON.stringify(words)));
  return words ? { from: words, to, begin, end } : null;
}

function fixed(text: string, fix: Fix): string {
  const inside = text.slice(fix.begin, fix.end) === fix.from;
  return text.slice(0, fix.begin) + (inside ? JSON.stringify(fix.to).slice(1, -1) : JSON.stringify(fix.to)) + text.slice(fix.end);
}

/* A field's new name may be another field's: then a text would be lost. */
function losesNothing(before: string, after: string): boolean {
  try {
    return texts(parse(before)).length === texts(parse(after)).length;
  } catch {
    return false;
  }
}

// ---- Showing ----

/* Where it is to be mended: at its field, or at one that it asks for, or that has the line it names. */
function placeToMend(one: Said, said: Said[]): HTMLElement | null {
  const wanted = one.hint?.match(/^add "(\w+)"/)?.[1], line = Number(one.hint?.match(/ is on line (\d+)/)?.[1]);
  const there = said.find(other => other.line === line && other.pointer && fileOf(other) === fileOf(one));
  const pointer = one.pointer || (wanted ? `/${wanted}` : there?.pointer ?? "");
  return fieldOf(fileOf(one), pointer);
}

/** The engine speaks to who has the program too: here are names for keys, no options, and for lines a button. */
export const worded = (text: string) =>
  text.replace(/; --report lists ten.*$/, "").replace(/ is on line \d+/, " is there").replace(/(, line| on line) \d+ of the draft/, "")
    .replace(/(^add|^put into|is in) "(\w+)"/, (_, verb: string, key: string) => `${verb} “${nameOf(key)}”`);

export class Findings {
  /** @param edit  takes the new text of a file */
  constructor(private readonly store: Store, private readonly edit: (part: Part, text: string) => void) {}

  private fixButton(one: Said): HTMLElement[] {
    const part = fileOf(one) === CLINIC ? this.store.clinic : this.store.article;
    const fix = fixOf(part.text, one), next = fix && fixed(part.text, fix);
    if (!fix || !next || !losesNothing(part.text, next)) return [];
    const label = say("fix").replace("{0}", fix.from).replace("{1}", fix.to), before = part.text;
    return [button(label, () => {
      if (part.text !== before) return;
      this.edit(part, next);
      goTo(fieldOf(fileOf(one), one.pointer ?? ""));
    })];
  }

  /* The engine speaks English. */
  private message(one: Said): HTMLElement {
    const words = element("span", { lang: "en" }, one.message ?? "");
    if (one.hint) words.append(element("br"), worded(one.hint));
    return element("li", { class: one.severity! }, element("strong", {}, `${say(one.severity!)}: `), words, " ",
      ...this.fixButton(one));
  }

  /** @param elsewhere  what stands at its fields in other words */
  show(said: Said[], elsewhere?: Said): void {
    for (const list of document.querySelectorAll(".found")) list.replaceChildren();
    for (const field of document.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
    const all = diagnostics(said).map(one => {
      const field = placeToMend(one, said), item = this.message(one);
      if (field) {
        if (one !== elsewhere) document.getElementById(foundId(field.id))?.append(this.message(one));
        if (one.severity === "error" && field.matches("textarea, select")) field.setAttribute("aria-invalid", "true");
        item.append(" ", button(say("goTo"), () => goTo(placeToMend(one, said)), `${say("goTo")}: ${one.message}`));
      }
      return item;
    });
    find("findings").replaceChildren(...(all.length ? all : [element("li", {}, say("nothing"))]));
  }
}
