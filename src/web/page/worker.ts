/* The engine in a worker, so that typing is never kept waiting. One answer for each question. */
import { Engine, Flag, Format, type Named, type Said } from "./engine";

export type Question =
  | { kind: "open"; code: ArrayBuffer }
  | { kind: "make"; article: Named; clinic: Named | null; named: Named[]; today: string; large: boolean }
  | { kind: "pdf" }
  | { kind: "unpack"; pdf: Named };

export type Answer =
  | { kind: "open" }
  | { kind: "make"; said: Said[]; svg: string | null }
  | { kind: "pdf"; bytes: Uint8Array | null }
  | { kind: "unpack"; said: Said[]; files: Named[] }
  | { kind: "failed"; why: string };

let engine: Engine;

async function answer(question: Question): Promise<Answer> {
  switch (question.kind) {
    case "open":
      engine = await Engine.open(question.code);
      return { kind: "open" };
    case "make": {
      engine.put(question.article, question.clinic, question.named);
      const said = engine.make(question.today, 0, Flag.Review | (question.large ? Flag.LargePrint : 0));
      const svg = engine.write(Format.Svg);
      return { kind: "make", said, svg: svg && new TextDecoder().decode(svg) };
    }
    case "pdf":
      return { kind: "pdf", bytes: engine.write(Format.PdfWithSource) };
    case "unpack":
      return { kind: "unpack", ...engine.unpack(question.pdf) };
  }
}

self.onmessage = async (event: MessageEvent<Question>) => {
  let said: Answer;
  try {
    said = await answer(event.data);
  } catch (error) {
    said = { kind: "failed", why: String(error) };
  }
  (self as unknown as Worker).postMessage(said);
};
