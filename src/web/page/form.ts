/*
 * A form over a JSON value.  Texts are fields, lists are rows that can be added, removed and moved,
 * objects are groups; what the form does not know is kept as it is, in its order.  Titles, help and
 * examples come from the schema.  A field's id is its JSON pointer behind the name of its file, so a
 * message of the engine finds its field.
 */
import { button, element, fieldId, find, foundId } from "./dom";
import { type Fields, isObject, type Json, parse } from "./json";
import { ARTICLE } from "./store";
import { heading, say, told, type Word } from "./words";

export interface Schema {
  title?: string; description?: string; type?: string | string[]; $ref?: string; pattern?: string;
  properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; enum?: string[];
  required?: string[]; examples?: Json[]; $defs?: Record<string, Schema>;
}

/** What a form asks of the page around it. */
export interface Host {
  /** Behind each change. @param anew  rows came, went or moved, so that the form is to be drawn */
  changed(anew: boolean): void;
  /** Lets a file be chosen. @return the name under which it is known from now on */
  choose(kinds: string): Promise<string>;
  /** The texts that only say what to write. */
  template: Set<string>;
}

type Setter = (value: Json | undefined) => void;
interface Field { value: Json | undefined; set: Setter; key: string | number; pointer: string; schema: Schema; required: boolean }

const step = (key: string | number) => "/" + String(key).replace(/~/g, "~0").replace(/\//g, "~1");
const COLOR = "^#[0-9A-Fa-f]{6}$", PICTURES = ".png,.jpg,.jpeg", FONTS = ".ttf,.otf,.ttc";
/* Where files are named: a picture's, the logo, fonts. */
const FILES: Record<string, string> = { "/picture/file": PICTURES, "/logo": PICTURES, "/fonts/regular": FONTS,
  "/fonts/bold": FONTS, "/fonts/italic": FONTS };
const FEW = 6; /* of a group, so many empty fields are shown; more wait under "More fields" */

export class Form {
  constructor(readonly file: string, private readonly schema: Schema, readonly value: Fields,
              private readonly host: Host) {}

  // ---- What the schema says ----

  private resolve(schema: Schema | undefined): Schema {
    let found = schema ?? {};
    while (found.$ref?.startsWith("#/$defs/")) {
      const { $ref, ...own } = found;
      found = { ...this.schema.$defs?.[$ref!.slice(8)], ...own };
      if (found.$ref === $ref) break;
    }
    return found;
  }

  private kinds(schema: Schema): Schema[] {
    return [schema, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].map(one => this.resolve(one));
  }

  private takes(schema: Schema, type: string): boolean {
    return this.kinds(schema).some(one => [one.type].flat().includes(type));
  }

  /* What a new row, or a new part, begins as. */
  private blank(schema: Schema): Json {
    const kinds = this.kinds(schema), list = kinds.find(one => one.items), object = kinds.find(one => one.properties);
    if (this.takes(schema, "string") || !(list || object)) return "";
    if (list) return [this.blank(this.resolve(list.items))];
    return Object.fromEntries((object!.required ?? []).map(key => [key, ""]));
  }

  // ---- Drawing ----

  /** Required fields first, then those that are given; the others wait under "More fields". */
  draw(): HTMLElement[] {
    const known = this.schema.properties ?? {}, required = this.schema.required ?? [];
    const given = Object.keys(this.value).filter(key => key !== "$schema" && !required.includes(key));
    const rest = Object.keys(known).filter(key => key !== "$schema" && !required.includes(key) && !(key in this.value));
    const shown = [...required, ...given].map(key => this.member(this.value, key, "", known[key], required.includes(key)));
    return rest.length ? [...shown, this.more("", rest.map(key => this.member(this.value, key, "", known[key], false)))] : shown;
  }

  /* It stays open when the form is drawn anew. */
  private more(pointer: string, fields: HTMLElement[]): HTMLElement {
    const id = `${fieldId(this.file, pointer)}-more`;
    const box = element("details", { id }, element("summary", {}, say("more")), ...fields);
    box.open = find<HTMLDetailsElement>(id)?.open ?? false;
    return box;
  }

  private member(parent: Fields, key: string, pointer: string, schema: Schema | undefined, required: boolean): HTMLElement {
    const set: Setter = value => {
      if (value === undefined || (value === "" && !required)) delete parent[key];
      else parent[key] = value;
    };
    return this.field({ value: parent[key], set, key, pointer: pointer + step(key), schema: this.resolve(schema), required });
  }

  private field(field: Field): HTMLElement {
    const { value, schema } = field, kinds = this.kinds(schema);
    const object = kinds.find(one => one.properties), list = kinds.find(one => one.items);
    if (Array.isArray(value)) return this.list(field, value, list);
    if (isObject(value)) return this.group(field, value, object);
    if (value === undefined && (list || object) && !this.takes(schema, "string")) return this.starter(field);
    if (schema.enum) return this.choice(field, schema.enum, text => text);
    if (schema.type === "boolean") return this.choice(field, ["true", "false"], parse);
    return this.text(field);
  }

  /* A section has the name that is printed over it. */
  private name(field: Field): string {
    const section = this.file === ARTICLE && field.pointer === step(field.key) ? heading(String(field.key)) : undefined;
    return section ?? (field.schema.title ? told(field.schema.title).text
      : typeof field.key === "number" ? `${say("item")} ${field.key + 1}` : field.key.replace(/_/g, " "));
  }

  private starter(field: Field): HTMLElement {
    const add = button(`${say("add")}: ${this.name(field)}`, () => {
      field.set(this.blank(field.schema));
      this.drawnAt(field.pointer);
    });
    add.id = fieldId(this.file, field.pointer);
    return element("p", {}, add);
  }

  /* Help in a language that the page is not in says so, for who hears it. */
  private help(field: Field, id: string): HTMLElement {
    const { description, examples } = field.schema, box = element("p", { id: `${id}-help`, class: "help" });
    if (description) {
      const { text, lang } = told(description);
      box.append(element("span", lang ? { lang } : {}, text));
    }
    const example = examples?.flat().find(one => typeof one === "string");
    if (example && example !== description) box.append(" ", say("example"), " ", element("q", { lang: "en" }, String(example)));
    return box;
  }

  private label(field: Field, id: string): HTMLElement {
    return element("label", { for: id }, this.name(field), field.required ? ` (${say("required")})` : "");
  }

  private described(id: string): Record<string, string> {
    return { id, "aria-describedby": `${id}-help ${foundId(id)}` };
  }

  // ---- A text, a choice ----

  /* A number, true, false and null are shown, and read, as JSON has them. */
  private text(field: Field): HTMLElement {
    const id = fieldId(this.file, field.pointer), plain = field.value === undefined || typeof field.value === "string";
    const area = element("textarea", { ...this.described(id), rows: "1" });
    area.value = plain ? (field.value as string ?? "") : JSON.stringify(field.value);
    if (field.required) area.setAttribute("aria-required", "true");
    const write = () => { field.set(plain ? area.value : parsed(area.value)); this.host.changed(false); };
    area.addEventListener("input", write);
    area.addEventListener("focus", () => { if (this.host.template.has(area.value)) area.select(); });
    grow(area);
    const put = (text: string) => { area.value = text; write(); };
    return element("div", { class: "field" }, this.label(field, id), this.help(field, id), area,
      ...this.extras(field, area, put), this.place(id));
  }

  /* What makes a text easier to give: a colour to pick, a file to choose, parts to write apart. */
  private extras(field: Field, area: HTMLTextAreaElement, put: (text: string) => void): HTMLElement[] {
    const extras: HTMLElement[] = [], files = FILES[field.pointer];
    if (field.schema.pattern === COLOR) {
      const picker = element("input", { type: "color", "aria-label": `${say("pick")}: ${this.name(field)}` });
      picker.value = new RegExp(COLOR).test(area.value) ? area.value : "#1b5e5a";
      picker.addEventListener("input", () => put(picker.value));
      extras.push(picker);
    }
    if (files) extras.push(button(say("choose"), () => { void this.host.choose(files).then(name => { if (name) put(name); }); },
      `${say("choose")} ${this.name(field)}`));
    return [...extras, ...this.parts(field, area)];
  }

  private parts(field: Field, area: HTMLTextAreaElement): HTMLElement[] {
    const object = this.kinds(field.schema).find(one => one.properties);
    const inner = ["text", "how"].find(key => object?.properties?.[key]);
    if (!object || !inner) return [];
    const others = Object.entries(object.properties!).filter(([key]) => key !== inner)
      .map(([key, one]) => told(this.resolve(one).title ?? key).text);
    return [button(`${say("add")}: ${others.join(", ")}`, () => {
      const blank = Object.fromEntries((object.required ?? []).map(key => [key, ""]));
      field.set({ ...blank, [inner]: area.value });
      this.drawnAt(field.pointer);
    }, `${say("add")}: ${others.join(", ")} (${this.name(field)})`)];
  }

  private choice(field: Field, values: string[], read: (text: string) => Json): HTMLElement {
    const id = fieldId(this.file, field.pointer), now = field.value === undefined ? "" : String(field.value);
    const select = element("select", this.described(id));
    for (const value of new Set(["", ...values, now]))
      select.append(element("option", { value }, value === "" ? say("usual") : told(value).text));
    select.value = now;
    select.addEventListener("change", () => {
      field.set(select.value === "" ? undefined : read(select.value));
      this.host.changed(false);
    });
    return element("div", { class: "field" }, this.label(field, id), this.help(field, id), select, this.place(id));
  }

  /* Where messages about a field stand. */
  private place(id: string): HTMLElement {
    return element("ul", { id: foundId(id), class: "found messages" });
  }

  // ---- A group, a list ----

  private box(field: Field): HTMLFieldSetElement {
    const id = fieldId(this.file, field.pointer), name = this.name(field);
    const box = element("fieldset", { ...this.described(id), tabindex: "-1" }, element("legend", {}, name));
    if (!field.required && typeof field.key === "string") box.append(button("×", () => {
      field.set(undefined);
      this.drawnAt(field.pointer.slice(0, field.pointer.lastIndexOf("/")));
    }, `${say("remove")}: ${name}`));
    box.append(this.help(field, id), this.place(id));
    return box;
  }

  private group(field: Field, value: Fields, object: Schema | undefined): HTMLElement {
    const known = object?.properties ?? {}, box = this.box(field);
    const draw = (key: string) =>
      this.member(value, key, field.pointer, known[key], object?.required?.includes(key) ?? false);
    const rest = Object.keys(known).filter(key => !(key in value)).map(draw);
    box.append(...Object.keys(value).map(draw));
    box.append(...(rest.length > FEW ? [this.more(field.pointer, rest)] : rest));
    return box;
  }

  private list(field: Field, rows: Json[], list: Schema | undefined): HTMLElement {
    const box = this.box(field), name = this.name(field);
    const schema = { ...this.resolve(list?.items), title: undefined, description: undefined, examples: undefined };
    rows.forEach((value, i) => {
      const set: Setter = next => { rows[i] = next ?? ""; };
      const row = this.field({ value, set, key: i, pointer: field.pointer + step(i), schema, required: false });
      box.append(element("div", { class: "row" }, row, this.rowButtons(rows, i, name, field.pointer)));
    });
    box.append(button(say("add"), () => {
      rows.push(this.blank(schema));
      this.drawnAt(field.pointer + step(rows.length - 1));
    }, `${say("add")}: ${name}`));
    return box;
  }

  private rowButtons(rows: Json[], i: number, title: string, pointer: string): HTMLElement {
    const name = (word: Word) => `${say(word)}: ${title} ${i + 1}`;
    const move = (by: number) => () => {
      if (i + by < 0 || i + by >= rows.length) return;
      [rows[i], rows[i + by]] = [rows[i + by]!, rows[i]!];
      this.drawnAt(pointer + step(i + by));
    };
    return element("span", { class: "row-buttons" },
      button("↑", move(-1), name("up")), button("↓", move(1), name("down")),
      button("×", () => { rows.splice(i, 1); this.drawnAt(pointer); }, name("remove")));
  }

  /* Keeps the keyboard where it was. */
  private drawnAt(pointer: string): void {
    this.host.changed(true);
    const at = document.getElementById(fieldId(this.file, pointer)) ?? document.getElementById(foundId(fieldId(this.file, pointer)));
    at?.focus();
  }
}

/* As high as its text, where the style alone does not do that. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  const fit = () => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 2}px`; /* and its two borders */
  };
  area.addEventListener("input", fit);
  requestAnimationFrame(fit);
}

function parsed(text: string): Json {
  try {
    return parse(text);
  } catch {
    return text;
  }
}
