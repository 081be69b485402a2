/* The page's own words, English and Spanish. No native speaker has confirmed the Spanish yet. */

const words = {
  open: ["Open…", "Abrir…"], saveArticle: ["Save the text", "Guardar el texto"],
  saveClinic: ["Save the clinic", "Guardar la clínica"], savePdf: ["Save the PDF", "Guardar el PDF"],
  print: ["Print", "Imprimir"], large: ["Large print", "Letra grande"], undo: ["Undo", "Deshacer"],
  article: ["The article", "El artículo"], clinic: ["Your clinic", "Su clínica"],
  more: ["More fields", "Más campos"], add: ["Add", "Añadir"], remove: ["Remove", "Quitar"],
  up: ["Move up", "Subir"], down: ["Move down", "Bajar"], required: ["required", "obligatorio"],
  findings: ["What to mend", "Qué corregir"], nothing: ["Nothing to mend.", "Nada que corregir."],
  page: ["The page", "La página"], language: ["Language", "Idioma"],
  json: ["Edit as JSON", "Editar como JSON"], apply: ["Use this", "Usar esto"],
  notJson: ["This is not JSON:", "Esto no es JSON:"],
  noPage: ["It does not make a page yet: see what to mend.", "Todavía no da una página: vea qué corregir."],
  starting: ["Starting…", "Iniciando…"], item: ["Item", "Elemento"],
  crashed: ["The engine stopped and was started anew; your text is kept:",
            "El motor se detuvo y se reinició; su texto se conserva:"],
  unknownFile: ["This is neither an article, a clinic file, a logo, nor a PDF of ours:",
                "No es un artículo, una clínica, un logotipo ni un PDF nuestro:"],
  error: ["error", "error"], warning: ["warning", "advertencia"], note: ["note", "nota"],
  pages: ["pages", "páginas"], onePage: ["1 page", "1 página"], body: ["body", "texto"],
  room: ["room for about {} words", "espacio para unas {} palabras"], noRoom: ["no room left", "sin espacio"],
  private: ["Nothing leaves this computer: the page has no way to send anything.",
            "Nada sale de esta computadora: la página no puede enviar nada."],
} as const;

export type Word = keyof typeof words;

let index = navigator.language.startsWith("es") ? 1 : 0;

export const languages = ["en", "es"];
export const language = () => languages[index];
export function setLanguage(name: string): void { index = Math.max(0, languages.indexOf(name)); }
export const say = (word: Word): string => words[word][index];
