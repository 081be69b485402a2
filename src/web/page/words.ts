/*
 * The page's own words, English and Spanish.  No native speaker has confirmed the Spanish yet; the words
 * of the schemas are in spanish.ts.
 */
import { spanish } from "./spanish";

const words = {
  open: ["Open…", "Abrir…"], empty: ["Empty form", "Formulario vacío"],
  saveArticle: ["Save the text", "Guardar el texto"],
  saveClinic: ["Save the clinic", "Guardar la clínica"], savePdf: ["Save the PDF", "Guardar el PDF"],
  print: ["Print", "Imprimir"], large: ["Large print", "Letra grande"], undo: ["Undo", "Deshacer"],
  begin: ["Three ways to begin: write over the texts below, which say what belongs where; open a file or a PDF "
          + "that you saved before; or paste an article that you have published.",
          "Tres maneras de empezar: escriba encima de los textos de abajo, que dicen qué va en cada lugar; abra un "
          + "archivo o un PDF que haya guardado; o pegue un artículo que haya publicado."],
  keepPdf: ["The saved PDF holds the text too: open it here to change it.",
            "El PDF guardado contiene también el texto: ábralo aquí para cambiarlo."],
  paste: ["Paste an article", "Pegar un artículo"],
  post: ["The article, from your website or from Word, with its headings",
         "El artículo, de su sitio web o de Word, con sus títulos"],
  import: ["Make a draft of it", "Hacer un borrador"],
  imported: ["What became of the article", "Qué fue del artículo"],
  article: ["The article", "El artículo"], clinic: ["Your clinic", "Su clínica"],
  pasteReferences: ["Paste references", "Pegar referencias"],
  references: ["CSL-JSON from a reference manager, or one reference a line",
               "CSL-JSON de un gestor de referencias, o una referencia por línea"],
  addReferences: ["Add them", "Añadirlas"],
  otherReferences: ["These references are not CSL-JSON, or are damaged: export them from the reference manager as CSL-JSON.",
                    "Estas referencias no son CSL-JSON, o están dañadas: expórtelas del gestor como CSL-JSON."],
  more: ["More fields", "Más campos"], add: ["Add", "Añadir"], remove: ["Remove", "Quitar"],
  up: ["Move up", "Subir"], down: ["Move down", "Bajar"], required: ["required", "obligatorio"],
  usual: ["(as usual)", "(lo habitual)"], example: ["Example:", "Ejemplo:"],
  choose: ["Choose a file…", "Elegir un archivo…"], pick: ["Pick a colour", "Elegir un color"],
  remember: ["Remember this clinic on this computer", "Recordar esta clínica en esta computadora"],
  recall: ["Use the remembered clinic", "Usar la clínica recordada"], forget: ["Forget it", "Olvidarla"],
  remembered: ["This clinic is remembered on this computer.", "Esta computadora recuerda esta clínica."],
  otherRemembered: ["Another clinic, or other words, are remembered on this computer.",
                    "Esta computadora recuerda otra clínica, u otras palabras."],
  notRemembered: ["No clinic is remembered on this computer.", "Esta computadora no recuerda ninguna clínica."],
  cannotRemember: ["This browser cannot keep the clinic: save the clinic as a file instead.",
                   "Este navegador no puede guardar la clínica: guárdela como archivo."],
  findings: ["What to mend", "Qué corregir"], nothing: ["Nothing to mend.", "Nada que corregir."],
  goTo: ["Go to the field", "Ir al campo"], fix: ["Write “{1}” for “{0}”", "Escribir «{1}» por «{0}»"],
  licences: ["Licences", "Licencias"], page: ["The page", "La página"], language: ["Language", "Idioma"],
  json: ["Edit as JSON", "Editar como JSON"], jsonFile: ["File", "Archivo"], line: ["Line", "Línea"],
  copy: ["Copy the JSON", "Copiar el JSON"], copied: ["It is copied.", "Está copiado."],
  copyYourself: ["It is marked: press Ctrl+C to copy it.", "Está marcado: pulse Ctrl+C para copiarlo."],
  noPage: ["It does not make a page yet:", "Todavía no da una página:"],
  stale: ["This is the last page that could be made, not the text as it is now.",
          "Esta es la última página posible, no el texto de ahora."],
  starting: ["Starting…", "Iniciando…"], item: ["Item", "Elemento"],
  crashed: ["The engine stopped and was started anew; your text is kept:",
            "El motor se detuvo y se reinició; su texto se conserva:"],
  tooLarge: ["This file is too large for a handout. Is it the right one?",
             "Este archivo es demasiado grande para una hoja. ¿Es el correcto?"],
  nowLogo: ["This is the clinic's logo now.", "Ahora es el logotipo de la clínica."],
  chooseThere: ["Nothing names this file yet: choose it at its field.", "Nada nombra este archivo todavía: elíjalo en su campo."],
  unknownFile: ["This is neither an article, a clinic file, a logo, nor a PDF of ours.",
                "No es un artículo, una clínica, un logotipo ni un PDF nuestro."],
  error: ["error", "error"], warning: ["warning", "advertencia"], note: ["note", "nota"],
  pages: ["pages", "páginas"], onePage: ["1 page", "1 página"], body: ["body", "texto"],
  room: ["room for about {} words", "espacio para unas {} palabras"],
  oneRoom: ["room for about 1 word", "espacio para una palabra"], noRoom: ["no room left", "sin espacio"],
  tooLong: ["Too long for one page.", "Demasiado largo para una página."],
  cutToFit: ["Cut about {0} of the {1} words:", "Quite unas {0} de las {1} palabras:"],
  cutForSize: ["For type of {2} pt, cut about {0} of the {1} words:", "Para letra de {2} pt, quite unas {0} de las {1} palabras:"],
  cutHere: ["Cut about {} words here.", "Quite aquí unas {} palabras."],
  noneYet: ["There is no page of this text yet; above it says why.", "Todavía no hay página de este texto; arriba dice por qué."],
  about: ["About this page", "Acerca de esta página"],
  private: ["Nothing leaves this computer: the page has no way to send anything.",
            "Nada sale de esta computadora: la página no puede enviar nada."],
} as const;

export type Word = keyof typeof words;

export const languages = [{ tag: "en", name: "English" }, { tag: "es", name: "Español" }];
let index = navigator.language.startsWith("es") ? 1 : 0;

export const language = () => languages[index]!.tag;
export function setLanguage(tag: string): void {
  index = Math.max(0, languages.findIndex(one => one.tag === tag));
}
export const say = (word: Word): string => words[word][index as 0 | 1];

/** Headings that are printed over sections, by language; a section is named so in the form too. */
export type Headings = Record<string, Record<string, string>>;
let headings: Headings = {};
export function setHeadings(known: Headings): void { headings = known; }
export const sectionKeys = () => Object.keys(headings.en ?? {});

/** @param tag  of a language; "en-US" is English @return undefined if that is no section, or has no heading there */
export const heading = (section: string, tag: string = language()): string | undefined =>
  (headings[tag] ?? headings[tag.split("-")[0]!])?.[section];

let titles: Record<string, string> = {};
/** @param known  titles of the fields of an article, English, by their keys */
export function setTitles(known: Record<string, string>): void { titles = known; }

/** What a field of an article is called here; the key itself if it is not known. */
export const nameOf = (key: string): string => heading(key) ?? (titles[key] ? told(titles[key]).text : key);

/** Words of a schema. @return lang  of the text, if it is not the page's */
export function told(text: string): { text: string; lang?: string } {
  if (language() === "en") return { text };
  const usually = text.match(/^Usually “(.+?)”\.(.*)$/);
  if (usually) return { text: `Normalmente «${usually[1]}».${usually[2] ? " {0} debe quedar." : ""}` };
  const found = spanish[text];
  return found === undefined ? { text, lang: "en" } : { text: found };
}
