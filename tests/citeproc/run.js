// Prints each item of a JSON list as citeproc-js has it: run.js STYLES STYLE ITEMS
// STYLES is a folder with STYLE.csl and locales-en-US.xml; the package citeproc is looked for where
// NODE_PATH says. Writes a list of texts; a text begins with "ERR" where it failed.
const CSL = require("citeproc");
const fs = require("fs");
const [folder, name, file] = process.argv.slice(2);
const locale = fs.readFileSync(`${folder}/locales-en-US.xml`, "utf8");
const items = JSON.parse(fs.readFileSync(file));

function bibliography(style) {
  let current = null;
  const system = {
    retrieveLocale: () => locale,
    retrieveItem: () => JSON.parse(JSON.stringify(current)),
  };
  const engine = new CSL.Engine(system, fs.readFileSync(`${folder}/${style}.csl`, "utf8"), "en-US");
  engine.setOutputFormat("text");
  return items.map((item, number) => {
    current = { "container-title-short": item.journalAbbreviation, ...item, id: `item${number}` };
    try {
      engine.updateItems([current.id]);
      return engine.makeBibliography()[1].join("").trim();
    } catch (error) {
      return `ERR ${error}`;
    }
  });
}

process.stdout.write(JSON.stringify(bibliography(name)));
