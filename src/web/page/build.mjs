// Puts everything into one file: build.mjs SOURCE BUILD LIBRARIES writes BUILD/handout.html
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [source, build, libraries] = process.argv.slice(2);
const page = join(source, "src/web/page");
const { buildSync } = createRequire(join(build, "package.json"))("esbuild");

execFileSync(join(build, "node_modules/.bin/tsc"), ["--noEmit", "-p", page], { stdio: "inherit" });

function bundle(name, format) {
  const made = buildSync({ entryPoints: [join(page, name)], bundle: true, minify: true, write: false,
    format, target: "es2022", charset: "utf8" });
  return made.outputFiles[0].text.trim();
}

// What stands inside a script must not end it.
const inside = text => text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const hash = text => createHash("sha256").update(text).digest();
const json = path => JSON.parse(readFileSync(join(source, path)));

// What is inside, and on which terms: our own, the fonts', the tables', the libraries'.
const LICENCES = [[source, "LICENSE"], [source, "data/LICENSE-Unicode.txt"],
  ...["AtkinsonHyperlegibleNext", "HandoutSymbols", "NotoSans"].map(font => [source, `fonts/OFL-${font}.txt`]),
  ...["cmark/COPYING", "fribidi/COPYING", "harfbuzz/COPYING", "libdeflate/COPYING", "libharu/include/hpdf.h", "libjpeg/LICENSE.md",
    "libpng/LICENSE", "libxml2/Copyright", "qrencode/COPYING", "zlib/LICENSE"].map(file => [libraries, file])];
const escaped = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const terms = path => {
  const text = readFileSync(path, "utf8");
  return (path.endsWith(".h") ? text.match(/\/\*[^]*?\*\//)[0] : text).trim(); // a header's first comment
};
const licences = ["This software is based in part on the work of the Independent JPEG Group.",
  ...LICENCES.map(([folder, file]) => `==== ${file} ====\n\n${escaped(terms(join(folder, file)))}`)].join("\n\n");

const wasm = readFileSync(join(build, "wasm/handout.wasm"));
const version = readFileSync(join(source, "include/handout.h"), "utf8").match(/HANDOUT_VERSION "([^"]+)"/)[1];
const script = inside(bundle("page.ts", "iife"));
const built = { worker: bundle("worker.ts", "iife"),
  schemas: { article: json("data/article.schema.json"), clinic: json("data/clinic.schema.json") },
  start: { article: json("data/new/article.json"), clinic: json("data/new/clinic.json") } };

// What is printed over the sections, in each language; a label with a gap in it is no heading.
const sections = Object.keys(built.schemas.article.properties)
  .filter(key => json("data/labels/en.json").labels[key]?.includes("{") === false);
built.headings = Object.fromEntries(readdirSync(join(source, "data/labels")).filter(name => name.endsWith(".json"))
  .map(name => json(`data/labels/${name}`)).map(({ language, labels }) =>
    [language, Object.fromEntries(sections.filter(key => labels[key]).map(key => [key, labels[key]]))]));
const policy = ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'",
  `script-src 'sha256-${hash(script).toString("base64")}' 'wasm-unsafe-eval' blob:`, "worker-src blob:",
  "img-src blob: data:", "style-src 'unsafe-inline'"].join("; ");
const parts = { POLICY: policy, STYLE: readFileSync(join(page, "style.css"), "utf8"), VERSION: version,
  HASH: hash(wasm).toString("hex").slice(0, 12), ENGINE: gzipSync(wasm, { level: 9 }).toString("base64"),
  LICENCES: licences, BUILT: JSON.stringify(built).replace(/</g, "\\u003c"), SCRIPT: script };
const html = readFileSync(join(page, "page.html"), "utf8").replace(/@([A-Z]+)@/g, (all, name) => parts[name] ?? all);

writeFileSync(join(build, "handout.html"), html);
writeFileSync(join(build, "engine.mjs"), bundle("engine.ts", "esm"));
