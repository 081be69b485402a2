/* The engine in a worker, so that typing is never kept waiting. One answer for each question. */
import { Engine, Flag, Format, type Given, type Markup, type Named, type Said } from "./engine";
import { Painter } from "./painter";
import type { Picture } from "./picture";

export interface Files { article: Named; clinic: Named | null; named: Named[] }

export interface Job { files: Files; today: string; large: boolean }

export type Question =
  | { kind: "open"; code: ArrayBuffer }
  | { kind: "make"; job: Job; across: number } /* pixels that a page is to be wide */
  | { kind: "pdf"; job: Job }
  | { kind: "judge"; job: Job }
  | { kind: "unpack"; pdf: Named }
  | { kind: "import"; post: Named; markup: Markup };

export type Answer =
  | { kind: "open" }
  | { kind: "make"; said: Said[]; pages: Picture[] }
  | { kind: "pdf"; bytes: Uint8Array | null }
  | ({ kind: "given" } & Given)
  | { kind: "failed"; why: string }
  | { kind: "outdated" };

let engine: Promise<Engine>;
const painter = new Painter();

function make(made: Engine, job: Job, flags: number): Said[] {
  const { article, clinic, named } = job.files;
  made.put(article, clinic, named);
  return made.make(job.today, 0, flags | (job.large ? Flag.LargePrint : 0));
}

/* Each page as a picture; none if the text makes no page. */
async function pictures(made: Engine, said: Said[], across: number): Promise<Picture[]> {
  const count = said.find(one => one.type === "report")?.pages ?? 0, pages: Picture[] = [];
  for (let page = 1; page <= count; page++) {
    const svg = made.write(Format.Svg, page);
    if (svg) pages.push(await painter.paint(new TextDecoder().decode(svg), page - 1, across));
  }
  return pages;
}

async function answer(question: Question): Promise<Answer> {
  if (question.kind === "open") {
    engine = Engine.open(question.code);
    await engine;
    return { kind: "open" };
  }
  const made = await engine;
  switch (question.kind) {
    case "make": {
      const said = make(made, question.job, Flag.Review);
      return { kind: "make", said, pages: await pictures(made, said, question.across) };
    }
    case "judge":
      return { kind: "given", said: make(made, question.job, 0), files: [] };
    case "pdf":
      make(made, question.job, 0);
      return { kind: "pdf", bytes: made.write(Format.PdfWithSource) };
    case "unpack":
      return { kind: "given", ...made.unpack(question.pdf) };
    case "import":
      return { kind: "given", ...made.importPost(question.post, question.markup) };
  }
}

self.onmessage = async (event: MessageEvent<Question>) => {
  let said: Answer;
  try {
    said = await answer(event.data);
  } catch (error) {
    said = { kind: "failed", why: String(error) };
  }
  (self as unknown as Worker).postMessage(said, said.kind === "make" ? said.pages.map(one => one.bitmap) : []);
};
