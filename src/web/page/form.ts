/*
 * A form over a JSON value.  Texts are fields, lists are rows that can be added, removed and moved,
 * objects are groups; what the form does not know is kept as it is, in its order.  Titles and help
 * come from the schema.  A field's id is its JSON pointer behind the name of its file, so a message
 * of the engine finds its field.
 */
import { say, type Word } from "./words";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export interface Schema {
  title?: string; description?: string; type?: string; $ref?: string;
  properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[];
  required?: string[]; $defs?: Record<string, Schema>;
}

export const fieldId = (file: string, pointer: string) => `${file}:${pointer}`;
const step = (key: string | number) => "/" + String(key).replace(/~/g, "~0").replace(/\//g, "~1");

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Record<string, string> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function button(text: string, action: () => void, label = text): HTMLButtonElement {
  const made = element("button", { type: "button", "aria-label": label }, text);
  made.addEventListener("click", action);
  return made;
}

export class Form {
  /** @param changed  called behind each change; `redraw` if rows came, went or moved */
  constructor(
    readonly file: string, private readonly schema: Schema, public value: { [key: string]: Json },
    private readonly changed: (redraw: boolean) => void,
  ) {}

  private resolve(schema: Schema | undefined): Schema {
    let found = schema ?? {};
    while (found.$ref?.startsWith("#/$defs/")) {
      const { $ref, ...own } = found;
      found = { ...this.schema.$defs?.[$ref!.slice(8)], ...own };
      if (found.$ref === $ref) break;
    }
    return found;
  }

  private titleOf(schema: Schema, key: string | number): string {
    return schema.title ?? (typeof key === "number" ? `${say("item")} ${key + 1}` : key.replace(/_/g, " "));
  }

  /** Required fields first, then those that are given; the others wait under "More". */
  draw(): HTMLElement[] {
    const known = this.schema.properties ?? {}, required = this.schema.required ?? [];
    const given = Object.keys(this.value).filter(key => key !== "$schema" && !required.includes(key));
    const rest = Object.keys(known).filter(key => key !== "$schema" && !required.includes(key) && !(key in this.value));
    const shown = [...required, ...given].map(key => this.member(this.value, key, "", known[key], required.includes(key)));
    const more = element("details", {}, element("summary", {}, say("more")));
    more.append(...rest.map(key => this.member(this.value, key, "", known[key], false)));
    return rest.length ? [...shown, more] : shown;
  }

  private member(parent: { [key: string]: Json }, key: string, pointer: string, schema: Schema | undefined,
                 required: boolean): HTMLElement {
    const set = (value: Json | undefined) => {
      if (value === undefined || (value === "" && !required)) delete parent[key];
      else parent[key] = value;
    };
    return this.field(parent[key], set, key, pointer + step(key), this.resolve(schema), required);
  }

  private field(value: Json | undefined, set: (value: Json | undefined) => void, key: string | number,
                pointer: string, schema: Schema, required: boolean): HTMLElement {
    const title = this.titleOf(schema, key);
    const kinds = [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(one => this.resolve(one));
    const object = kinds.find(one => one.properties), list = kinds.find(one => one.items);
    if (Array.isArray(value)) return this.list(value, title, pointer, list, schema);
    if (value !== null && typeof value === "object") return this.group(value, title, pointer, object, schema);
    if (value === undefined && list && !kinds.some(one => one.type === "string"))
      return this.starter(title, () => { set([""]); this.changed(true); });
    if (value === undefined && object && !kinds.some(one => one.type === "string"))
      return this.starter(title, () => { set({}); this.changed(true); });
    return this.text(value, set, title, pointer, schema, required);
  }

  private starter(title: string, action: () => void): HTMLElement {
    return element("p", {}, button(`${say("add")}: ${title}`, action));
  }

  /* A number, true, false and null are shown, and read, as JSON has them. */
  private text(value: Json | undefined, set: (value: Json | undefined) => void, title: string, pointer: string,
               schema: Schema, required: boolean): HTMLElement {
    const id = fieldId(this.file, pointer), plain = value === undefined || typeof value === "string";
    const area = element("textarea", { id, rows: "1", "aria-describedby": `${id} help ${id} found`.replace(/ (help|found)/g, "-$1") });
    area.value = plain ? (value as string ?? "") : JSON.stringify(value);
    if (required) area.setAttribute("aria-required", "true");
    area.addEventListener("input", () => {
      set(plain ? area.value : parsed(area.value));
      this.changed(false);
    });
    const label = element("label", { for: id }, title, required ? ` (${say("required")})` : "");
    const help = element("p", { id: `${id}-help`, class: "help" }, schema.description ?? "");
    return element("div", { class: "field" }, label, help, area, this.place(id));
  }

  /* Where messages about a field stand. */
  private place(id: string): HTMLElement {
    return element("ul", { id: `${id}-found`, class: "found" });
  }

  private group(value: { [key: string]: Json }, title: string, pointer: string, object: Schema | undefined,
                schema: Schema): HTMLElement {
    const id = fieldId(this.file, pointer), known = object?.properties ?? {};
    const keys = [...new Set([...Object.keys(value), ...Object.keys(known)])];
    const box = element("fieldset", { id, tabindex: "-1" }, element("legend", {}, title));
    if (schema.description) box.append(element("p", { class: "help" }, schema.description));
    box.append(this.place(id), ...keys.map(key =>
      this.member(value, key, pointer, known[key], object?.required?.includes(key) ?? false)));
    return box;
  }

  private list(rows: Json[], title: string, pointer: string, list: Schema | undefined, schema: Schema): HTMLElement {
    const id = fieldId(this.file, pointer);
    const box = element("fieldset", { id, tabindex: "-1" }, element("legend", {}, title));
    if (schema.description) box.append(element("p", { class: "help" }, schema.description));
    box.append(this.place(id));
    rows.forEach((row, i) => {
      const set = (value: Json | undefined) => { rows[i] = value ?? ""; };
      const item = { ...this.resolve(list?.items), title: undefined };
      const field = this.field(row, set, i, pointer + step(i), item, false);
      box.append(element("div", { class: "row" }, field, this.rowButtons(rows, i, title, pointer)));
    });
    box.append(button(say("add"), () => {
      rows.push("");
      this.redraw(pointer + step(rows.length - 1));
    }, `${say("add")}: ${title}`));
    return box;
  }

  private rowButtons(rows: Json[], i: number, title: string, pointer: string): HTMLElement {
    const name = (word: Word) => `${say(word)}: ${title} ${i + 1}`;
    const move = (by: number) => () => {
      if (i + by < 0 || i + by >= rows.length) return;
      [rows[i], rows[i + by]] = [rows[i + by], rows[i]];
      this.redraw(pointer + step(i + by));
    };
    return element("span", { class: "row-buttons" },
      button("↑", move(-1), name("up")), button("↓", move(1), name("down")),
      button("×", () => { rows.splice(i, 1); this.redraw(pointer); }, name("remove")));
  }

  /* Keeps the keyboard where it was. */
  private redraw(pointer: string): void {
    this.changed(true);
    document.getElementById(fieldId(this.file, pointer))?.focus();
  }
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
