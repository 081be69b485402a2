/*
 * The titles and the help of the schemas in Spanish, by their English words; help that is not here is
 * shown in English.  Sections are named as they are printed (data/labels).  Written by the project; no
 * native speaker has confirmed it yet.
 */
export const spanish: Record<string, string> = {
  // ---- The article ----
  "Language": "Idioma", "The language of the text, as a BCP 47 tag.": "El idioma del texto, como etiqueta BCP 47.",
  "Id": "Identificador", "Title": "Título", "What the handout is about: the large heading.": "De qué trata la hoja: el título grande.",
  "Subtitle": "Subtítulo", "A line under the title.": "Una línea debajo del título.",
  "Summary": "Resumen", "Cautions": "Precauciones", "References": "Referencias", "Disclaimer": "Aviso legal",
  "What it is, in two or three sentences: the message a reader should remember.":
    "Qué es, en dos o tres frases: el mensaje que debe recordar quien lee.",
  "“How to take it”: a text, or an object with at least one of amount, how and steps.":
    "«Cómo se toma»: un texto, o sus partes: cantidad, modo y pasos.",
  "What to watch out for, printed in a frame: 1 to 12 points.": "A qué prestar atención, impreso en un recuadro: de 1 a 12 puntos.",
  "“Stop and call us if…”: 1 to 12 texts that go on after these words.":
    "«Deje de tomarlo y llámenos si…»: de 1 a 12 textos que continúan estas palabras.",
  "“How it may help”: 1 to 12 points; more than 7 are hard to read.":
    "«Cómo puede ayudar»: de 1 a 12 puntos; más de 7 cuestan de leer.",
  "“Ask us first if you…”: 1 to 12 texts that go on after these words.":
    "«Consúltenos primero si usted…»: de 1 a 12 textos que continúan estas palabras.",
  "“What we do not know yet”: 1 to 12 texts.": "«Lo que aún no sabemos»: de 1 a 12 textos.",
  "Sections of your own": "Secciones propias",
  "What the handout is based on: up to 20; none, [], is allowed with a warning.":
    "En qué se basa la hoja: hasta 20; ninguna se permite, con una advertencia.",
  "Stands beside the references. Needed here unless the clinic's file has one.":
    "Está junto a las referencias. Hace falta aquí, salvo que la clínica tenga uno.",
  "Topic": "Tema", "Source": "Fuente",
  "The published article behind the handout.": "El artículo publicado en que se basa la hoja.",
  "The title of the published article.": "El título del artículo publicado.",
  "Address": "Dirección", "Address of a reference": "Dirección de una referencia", "Where it is to be read.": "Dónde se puede leer.",
  "Updated": "Actualizado", "When it was last changed.": "Cuándo se cambió por última vez.",
  "Review": "Revisión", "Who checked the handout, when, and when again.": "Quién revisó la hoja, cuándo, y cuándo otra vez.",
  "By": "Por", "Who checked the handout.": "Quién revisó la hoja.", "On": "El día", "When.": "Cuándo.",
  "Next": "La próxima vez", "Point": "Punto", "Lead-in": "Entrada en negrita", "Text": "Texto", "Items": "Elementos",
  "A word or two, printed in bold before the text.": "Una o dos palabras, impresas en negrita antes del texto.",
  "The point itself, in a sentence or two.": "El punto mismo, en una o dos frases.",
  "Amount": "Cantidad", "Printed large.": "Impresa en grande.", "How": "Modo",
  "A paragraph under the amount.": "Un párrafo debajo de la cantidad.", "Steps": "Pasos", "Printed as 1. 2. 3.": "Impresos como 1. 2. 3.",
  "Its heading.": "Su título.", "A paragraph.": "Un párrafo.",
  "Names the PDF and stands in the page's quiet line: lower-case letters a-z, digits and hyphens. Without it the file's name is used.":
    "Da nombre al PDF: letras a-z, cifras y guiones. Sin él se usa el nombre del archivo.",
  "Up to 6 sections with titles of your own, printed after the others, unless the clinic file has another order.":
    "Hasta 6 secciones con títulos propios, impresas después de las otras, salvo que la clínica tenga otro orden.",
  "1 to 12 words or short phrases that a handout on this subject must use, such as the name of the remedy. They are not printed; a review measures the text with and without them.":
    "De 1 a 12 palabras que una hoja sobre este tema debe usar, como el nombre del remedio. No se imprimen; la revisión mide el texto con ellas y sin ellas.",
  "When it is to be checked again; a day that has passed gives a warning.":
    "Cuándo debe revisarse otra vez; un día ya pasado da una advertencia.",
  "A text, or an object with a short bold lead-in as title, and the text.": "Un texto, o un texto con una entrada breve en negrita.",
  "A list: 1 to 12 texts, under the paragraph if there is one.": "Una lista: de 1 a 12 textos, debajo del párrafo si lo hay.",
  "Picture": "Imagen", "A picture beside the summary, three to six lines high: a PNG or JPEG file.":
    "Una imagen junto al resumen, de tres a seis líneas de alto: un archivo PNG o JPEG.",
  "File": "Archivo", "The path of the file, from the folder of the article.": "El archivo.",
  "What it shows": "Qué muestra", "For who cannot see it. Not printed.": "Para quien no puede verla. No se imprime.",
  "Caption": "Pie de imagen", "Printed under it.": "Impreso debajo.",
  // ---- References ----
  "Name": "Nombre", "Family name": "Apellido", "Given names": "Nombres", "Organisation": "Organización", "Suffix": "Sufijo",
  "Particle": "Partícula", "Comma before the suffix": "Coma antes del sufijo", "Family name first": "Apellido primero",
  "Parse the name": "Analizar el nombre", "Date": "Fecha", "Year, month, day": "Año, mes, día", "Date in words": "Fecha en palabras",
  "EDTF": "EDTF", "Season": "Estación", "About": "Acerca de", "Reference": "Referencia", "Key": "Clave", "Type": "Tipo",
  "Authors": "Autores", "Editors": "Editores", "Journal, book or website": "Revista, libro o sitio web",
  "Journal, abbreviated": "Revista, abreviada", "Volume": "Volumen", "Issue": "Número", "Pages": "Páginas", "Number": "Número",
  "Edition": "Edición", "Publisher": "Editorial", "Place of publication": "Lugar de publicación", "DOI": "DOI",
  "Published": "Publicado", "Read on": "Consultado el", "Translators": "Traductores", "Authors of the whole": "Autores de la obra entera",
  "Directors": "Directores", "Series": "Serie", "Number in the series": "Número en la serie", "Supplement": "Suplemento",
  "Version": "Versión", "Kind of work": "Clase de obra", "Medium": "Soporte", "Status": "Estado", "Meeting": "Reunión",
  "Authority": "Autoridad", "Place of the meeting": "Lugar de la reunión", "Other field of CSL": "Otro campo de CSL",
  "Contributors": "Colaboradores", "Illustrators": "Ilustradores", "Narrators": "Narradores", "Writers": "Guionistas", "Producers": "Productores",
  "Executive producers": "Productores ejecutivos", "Hosts": "Presentadores", "Compilers": "Compiladores", "Interviewers": "Entrevistadores",
  "Recipients": "Destinatarios", "Authors of what is reviewed": "Autores de lo reseñado", "Title of what is reviewed": "Título de lo reseñado",
  "Kind of what is reviewed": "Clase de lo reseñado", "Volumes": "Volúmenes", "Number of the chapter": "Número del capítulo", "Archive": "Archivo",
  "Collection": "Colección", "Place in the archive": "Lugar en el archivo", "Place of the archive": "Lugar del archivo",
  "First published": "Publicado por primera vez", "Institution": "Institución", "Number of an article": "Número de un artículo", "Section": "Sección",
  // ---- The clinic ----
  "At the top of the page and in the contact block.": "Arriba de la página y en el bloque de contacto.",
  "What you do and where, after the name.": "Qué hacen y dónde, después del nombre.",
  "The postal address: 1 to 6 lines.": "La dirección postal: de 1 a 6 líneas.",
  "Hours": "Horario", "When you are there.": "Cuándo atienden.", "Phone": "Teléfono",
  "As you want it printed; also at the top of the page.": "Como quiera verlo impreso; también arriba de la página.",
  "Fax": "Fax", "As you want it printed.": "Como quiera verlo impreso.", "E-mail": "Correo electrónico",
  "One address, without a name before it. Printed and linked.": "Una dirección, sin nombre delante. Impresa y enlazada.",
  "Website": "Sitio web", "With or without https:// before it. Printed and linked.": "Con o sin https:// delante. Impreso y enlazado.",
  "Logo": "Logotipo", "The path of a PNG or JPEG file, from the folder of this file. It stands in the letterhead.":
    "Un archivo PNG o JPEG. Está en el membrete.",
  "Logo in words": "El logotipo en palabras",
  "What the logo shows, for those who cannot see it.": "Qué muestra el logotipo, para quien no puede verlo.",
  "Accent colour": "Color de acento",
  "The colour of headings and rules, as # and six digits 0-9, A-F. One that is too light to read is darkened.":
    "El color de títulos y líneas, como # y seis cifras 0-9, A-F. Uno demasiado claro se oscurece.",
  "Paper": "Papel", "The size of the paper.": "El tamaño del papel.", "Order": "Orden", "Plan": "Plan", "Fields": "Campos",
  "Fillable": "Rellenable", "Times of the day": "Horas del día", "Lines for questions": "Líneas para preguntas",
  "QR code": "Código QR", "Style of references": "Estilo de las referencias", "Supplement statement": "Declaración sobre suplementos",
  "For articles that have none.": "Para artículos que no tienen uno.", "Emergency": "Urgencias",
  "A line of its own, such as whom to call at night.": "Una línea propia, por ejemplo a quién llamar de noche.",
  "Help in other languages": "Ayuda en otros idiomas", "Copyright": "Derechos de autor", "Stands in the contact block.": "Está en el bloque de contacto.",
  "Fonts": "Fuentes tipográficas", "Regular": "Normal", "Bold": "Negrita", "Italic": "Cursiva", "Own words": "Palabras propias",
  "The language of the texts in this file (BCP 47), where it is not that of the article: a screen reader reads them in it.":
    "El idioma de los textos de la clínica (BCP 47), si no es el del artículo: el lector de pantalla los lee en él.",
  "In which order the sections stand on the page: names of an article's sections, each once. Those that are left out follow in the usual order.":
    "En qué orden están las secciones en la página: los nombres de las secciones, cada uno una vez. Las que falten siguen en el orden habitual.",
  "The lines to write on: 1 to 12 labels, or false for no plan; or an object, to have them filled in on a screen.":
    "Las líneas para escribir: de 1 a 12 rótulos, o no para ningún plan; o un objeto, para rellenarlas en pantalla.",
  "The labels of the lines; the usual ones if it is left out.": "Los rótulos de las líneas; los habituales si faltan.",
  "Whether the lines and all boxes to tick can be filled in on a screen.": "Si las líneas y las casillas se pueden rellenar en pantalla.",
  "Whether the plan has boxes to tick: morning, noon, evening, bedtime.": "Si el plan tiene casillas: mañana, mediodía, tarde, al acostarse.",
  "Whether a page with room left has lines for the patient’s own questions.": "Si una página con espacio tiene líneas para las preguntas del paciente.",
  "A QR code beside the contact block: how to reach you, your website, or the article's source.":
    "Un código QR junto al contacto: cómo contactarles, su sitio web, o la fuente del artículo.",
  "How references are printed: AMA Manual of Style, 11th edition, or APA Publication Manual, 7th edition.":
    "Cómo se imprimen las referencias: AMA Manual of Style, 11.ª edición, o APA Publication Manual, 7.ª edición.",
  "Adds the FDA's sentence (21 CFR 101.93(c)) for one statement or for several.":
    "Añade la frase de la FDA (21 CFR 101.93(c)) para una afirmación o para varias.",
  "A line of its own; a text, or one with the language that it is in.": "Una línea propia; un texto, o uno con su idioma.",
  "The language of the text (BCP 47).": "El idioma del texto (BCP 47).", "The line.": "La línea.",
  "Paths of your own fonts, TrueType or OpenType files, from the folder of this file.": "Sus propias fuentes, archivos TrueType u OpenType.",
  "The path of the font of the text.": "La fuente del texto.", "The path of the bold font.": "La fuente negrita.",
  "The path of the italic font.": "La fuente cursiva.",
  "Your own words for the headings and labels that the program puts on the page.":
    "Sus propias palabras para los títulos y rótulos que el programa pone en la página.",
  "Words and phrases that a review (handout --check) is to find, with what you say instead; or that it is to let be.":
    "Palabras que la revisión debe encontrar, con lo que ustedes dicen en su lugar; o que debe dejar estar.",
  "How you weigh what a review (handout --check) finds: each rule may be \"off\", or a \"note\", a \"warning\" or an \"error\". The manual page explains the rules.":
    "Cuánto pesa lo que la revisión encuentra: cada regla puede estar apagada, o ser nota, advertencia o error.",
  // ---- The clinic's own words for what the program prints ----
  "Your plan": "Su plan", "For": "Para", "How often": "Con qué frecuencia", "Start": "Inicio", "Next visit": "Próxima visita",
  "blank line": "línea en blanco", "Morning": "Mañana", "Noon": "Mediodía", "Evening": "Tarde", "Bedtime": "Al acostarse",
  "How to take it": "Cómo tomarlo", "Stop and call us if…": "Deje de tomarlo y llámenos si…", "How it may help": "Cómo puede ayudar",
  "Ask us first if you…": "Pregúntenos antes si…", "What we do not know yet": "Lo que aún no sabemos",
  "Stop and call {0} if…": "Deje de tomarlo y llame al {0} si…", "Questions? Call {0}": "¿Preguntas? Llame al {0}",
  "My questions": "Mis preguntas", "Phone {0}": "Teléfono {0}", "Call {0}": "Llame al {0}", "Fax {0}": "Fax {0}", "Hours: {0}": "Horario: {0}",
  "Logo of {0}": "Logotipo de {0}", "QR code: how to reach {0}": "Código QR: cómo contactar con {0}", "QR code: {0}": "Código QR: {0}",
  "Page {0} of {1}": "Página {0} de {1}", "Continued on page {0}": "Continúa en la página {0}", "From the article “{0}”": "Del artículo «{0}»", "Updated {0}": "Actualizado {0}",
  "Reviewed by {0}": "Revisado por {0}", "Reviewed {0}": "Revisado {0}", "Reviewed by {0} on {1}": "Revisado por {0} el {1}",
  // ---- The review ----
  "Words": "Palabras", "Term": "Término", "Say": "Diga", "Severity": "Gravedad", "Rules": "Reglas", "Reading grade": "Nivel de lectura",
  "Reading goal": "Meta de lectura", "Section grade": "Nivel de una sección", "Section goal": "Meta de una sección",
  "Spanish ease": "Facilidad en español", "Spanish goal": "Meta en español", "Reading unmeasured": "Lectura sin medir",
  "Wording unreviewed": "Palabras sin revisar", "Long sentence": "Frase larga", "Sentence mean": "Media por frase", "Plain word": "Palabra sencilla",
  "Medical word": "Palabra médica", "Undefined abbreviation": "Abreviatura sin explicar", "Passive voice": "Voz pasiva",
  "Clinic word": "Palabra de la clínica", "All caps": "Todo en mayúsculas", "Long list": "Lista larga", "Trailing zero": "Cero al final",
  "Naked decimal": "Decimal sin cero", "Unit space": "Espacio antes de la unidad", "Error prone abbreviation": "Abreviatura que induce a error",
  "Dose sign": "Signo en la dosis", "Thousands comma": "Coma de los miles", "Dose without unit": "Dosis sin unidad", "Hyphen range": "Intervalo con guion",
  "Promotional word": "Palabra publicitaria", "Disease claim": "Promesa sobre una enfermedad", "No hedge": "Sin reserva", "Few cautions": "Pocas precauciones",
  "No ask first": "Sin «pregúntenos antes»", "No stop and call": "Sin «deje de tomarlo»", "No unknowns": "Sin lo que no se sabe",
  "No references": "Sin referencias", "Reference incomplete": "Referencia incompleta", "Numbered reference": "Referencia numerada", "Picture in a reference": "Imagen en una referencia",
  "Mark-up": "Marcado", "Wrong encoding": "Codificación equivocada", "Labels unconfirmed": "Rótulos sin confirmar", "Untied reference": "Referencia sin relación", "Inverted disclaimer": "Aviso invertido",
  "Blog wording": "Palabras de blog", "Affiliate link": "Enlace con comisión", "Unfilled template": "Plantilla sin rellenar", "No date": "Sin fecha",
  "No reviewer": "Sin revisor", "Review due": "Revisión pendiente", "Old source": "Fuente antigua", "Color darkened": "Color oscurecido",
  "Faint logo": "Logotipo débil", "Faint picture": "Imagen débil", "Small body": "Texto pequeño", "Small fine print": "Letra pequeña", "Line length": "Largo de las líneas",
  "White space": "Espacio en blanco", "Long summary": "Resumen largo",
  // ---- What can be chosen ----
  "true": "sí", "false": "no", "letter": "carta", "legal": "oficio", "none": "ninguno", "contact": "contacto", "website": "sitio web",
  "source": "fuente", "singular": "una", "plural": "varias", "off": "apagada", "note": "nota", "warning": "advertencia", "error": "error",
};
