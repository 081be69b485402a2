/* Making elements. */

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** @param label  what a screen reader says, where the text alone does not tell */
export function button(text: string, action: () => void, label = text): HTMLButtonElement {
  const made = element("button", { type: "button", "aria-label": label }, text);
  made.addEventListener("click", action);
  return made;
}

/** An element of page.html. */
export const find = <T extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as T;

/** The field at a JSON pointer of a file, and where its messages stand. */
export const fieldId = (file: string, pointer: string) => `${file}:${pointer}`;
export const foundId = (id: string) => `${id}-found`;

/** The field of a message, or the nearest one around it. */
export function fieldOf(file: string, pointer: string): HTMLElement | null {
  for (let at = pointer; at; at = at.slice(0, at.lastIndexOf("/"))) {
    const found = document.getElementById(fieldId(file, at));
    if (found) return found;
  }
  return null;
}

export function goTo(field: HTMLElement | null): void {
  for (let around = field?.closest("details"); around; around = around.parentElement?.closest("details"))
    around.open = true;
  field?.focus();
  field?.scrollIntoView({ block: field.offsetHeight > innerHeight / 2 ? "start" : "center" });
}
