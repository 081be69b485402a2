/*
 * Where to cut, if the text is too long: the engine's advice, which is words, as places to go to.
 */
import { button, element, fieldId, fieldOf, find, foundId, goTo } from "./dom";
import type { Said } from "./engine";
import { isObject, type Json } from "./json";
import { ARTICLE, type Store } from "./store";
import { heading, say, sectionKeys } from "./words";

const ADVICE = /to (?:get back to|print at) ([\d.]+) pt, cut about (\d+) of the (\d+) words[^:]*: ([^;]*)/;
const CUT = /(\d+) from "([^"]+)"/g;

interface Cut { words: number; name: string; pointer: string } /* "" if it is no section of the article */
export interface Advice { said: Said; severity: string; size: string; words: string; all: string; cuts: Cut[] }

/* The headings of this article, as they are printed: the clinic's, or its language's, or its own. */
function pointers({ article, clinic }: Store): Map<string, string> {
  const { language, sections } = article.value, { labels } = clinic.value, tag = typeof language === "string" ? language : "en";
  const titles = Array.isArray(sections) ? sections : [];
  const printed = (key: string): Json | undefined => (isObject(labels) ? labels[key] : undefined) ?? heading(key, tag);
  return new Map([...sectionKeys().map((key): [string, string] => [String(printed(key)), `/${key}`]),
    ...titles.map((one, i): [string, string] => [String(isObject(one) ? one.title : ""), `/sections/${i}`])]);
}

/** null: nothing is to be cut, or it would not help. */
export function adviceOf(said: Said[], store: Store): Advice | null {
  for (const one of said) {
    const [, size, words, all, list] = one.hint?.match(ADVICE) ?? [];
    if (!list) continue;
    const places = pointers(store), cuts = [...list.matchAll(CUT)].map(([, count, name]): Cut =>
      ({ words: Number(count), name: name!, pointer: places.get(name!) ?? "" }));
    return { said: one, severity: one.severity!, size: size!, words: words!, all: all!, cuts: cuts.sort((a, b) => b.words - a.words) };
  }
  return null;
}

const sentence = ({ severity, size, words, all }: Advice) => say(severity === "error" ? "cutToFit" : "cutForSize")
  .replace("{0}", words).replace("{1}", all).replace("{2}", size);

function place(cut: Cut): HTMLElement {
  const text = `${cut.name}: ${cut.words}`;
  return cut.pointer ? button(text, () => goTo(fieldOf(ARTICLE, cut.pointer)), `${say("goTo")}: ${text}`) : element("span", {}, text);
}

/** In the head, and at each section that is to lose words. */
export function showCuts(advice: Advice | null): void {
  find("cuts").hidden = !advice;
  if (!advice) return find("cuts").replaceChildren();
  find("cuts").replaceChildren(element("span", { id: "cut" }, sentence(advice)), ...advice.cuts.map(place));
  for (const { pointer, words } of advice.cuts)
    document.getElementById(foundId(fieldId(ARTICLE, pointer)))?.prepend(
      element("li", { class: advice.severity }, say("cutHere").replace("{}", String(words))));
}
