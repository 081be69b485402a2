// The form's nine points (the design's), each in the browser: form.mjs BUILD PROGRAM SOURCE
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, begin, CLINIC, download, end, EXAMPLE, expect, field, FILE, focused, folder, found, notice, open,
  openExample, picture, program, put, saved, savedArticle, see, settled, source, test, titled } from "./support.mjs";

const MOST = 2.5e6;

test("one file, not too large", async () => {
  const size = readFileSync(FILE).length;
  expect(size < MOST, `${size} bytes`);
});

// ---- 1: fields, rows, references ----

test("titles, help and examples come from the schema, required fields first", async page => {
  const schema = JSON.parse(readFileSync(join(source, "data/article.schema.json")));
  const order = await page.evaluate(() => [...document.getElementById("article.json:").children].map(one =>
    (one.matches("fieldset") ? one : one.querySelector("textarea"))?.id.split(":/")[1]));
  expect(order.slice(0, schema.required.length).join() === schema.required.join(), `the order is ${order}`);
  const text = await page.locator(`[id="article.json:/subtitle-help"]`).textContent();
  expect(text.includes(schema.properties.subtitle.description), text);
  expect(text.includes(schema.properties.subtitle.examples[0]), text);
});

test("rows are added, moved and removed with the keyboard alone", async page => {
  await openExample(page);
  const count = ARTICLE.cautions.length;
  await page.getByRole("button", { name: "Add: Cautions" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Keep it away from children.");
  const row = i => field(page, `/cautions/${i}`);
  expect(await row(count).inputValue() === "Keep it away from children.", "not typed");
  await page.getByRole("button", { name: `Move up: Cautions ${count + 1}` }).focus();
  await page.keyboard.press("Enter");
  expect(await row(count - 1).inputValue() === "Keep it away from children.", "not moved");
  expect(await focused(page) === `article.json:/cautions/${count - 1}`, "the keyboard is elsewhere");
  await page.getByRole("button", { name: `Remove: Cautions ${count}` }).focus();
  await page.keyboard.press("Enter");
  expect(await row(count).count() === 0, "not removed");
});

test("a text gets a lead-in, and a part that is not required goes again", async page => {
  await openExample(page);
  await page.getByRole("button", { name: "Add: Cautions" }).click();
  const at = `/cautions/${ARTICLE.cautions.length}`;
  await field(page, at).fill("stop a week before.");
  await page.getByRole("button", { name: `Add: Lead-in (Item ${ARTICLE.cautions.length + 1})` }).click();
  await field(page, `${at}/title`).fill("Surgery");
  const { cautions } = await savedArticle(page);
  expect(JSON.stringify(cautions.at(-1)) === '{"text":"stop a week before.","title":"Surgery"}', JSON.stringify(cautions.at(-1)));
  await page.getByRole("button", { name: "Remove: Source" }).click();
  expect(!("source" in await savedArticle(page)), "it is still there");
});

test("references: CSL-JSON or a line of text, and what is neither is told", async page => {
  await openExample(page);
  const box = page.locator("#references"), add = page.locator("#add-references"), count = ARTICLE.references.length;
  await page.getByText("Paste references").click();
  const item = { id: "x", type: "book", title: "On water", author: [{ family: "Roe", given: "J." }], issued: { "date-parts": [[2020]] } };
  await box.fill(JSON.stringify([item]).replace('"id"', '"volume":1.10,"id"'));
  await add.click();
  await box.fill("Roe J. Water. 2019.\n\nDoe J. Salt. 2018.");
  await add.click();
  const text = readFileSync(await saved(page, "#save-article"), "utf8"), { references } = JSON.parse(text);
  expect(references.length === count + 3 && references[count].title === "On water", JSON.stringify(references.slice(count)));
  expect(references.at(-1) === "Doe J. Salt. 2018.", references.at(-1));
  expect(text.includes('"volume": 1.10'), "the number is not as it was written");
  await settled(page, "1 page");
  for (const other of ["@book{roe, title={Water}}", "[{]"]) {
    await box.fill(other);
    await add.click();
    await notice(page, "CSL-JSON");
    expect(await box.inputValue() === other, "the text is gone");
  }
});

// ---- 2: findings ----

test("a finding stands at its field, and in the list, errors first", async page => {
  await openExample(page);
  await field(page, "/dosage/amount").fill("5.0 g a day");
  await found(page, "/dosage/amount").getByText("5.0").first().waitFor();
  const described = await field(page, "/dosage/amount").getAttribute("aria-describedby");
  expect(described.includes("article.json:/dosage/amount-found"), `described by ${described}`);
  const kinds = await page.evaluate(() => [...document.querySelectorAll("#findings > li")].map(one => one.className));
  expect(kinds.join() === [...kinds].sort((a, b) => "ewn".indexOf(a[0]) - "ewn".indexOf(b[0])).join(), kinds.join());
  await page.locator("#findings li", { hasText: '"5.0 g"' }).getByRole("button", { name: "Go to the field" }).click();
  expect(await focused(page) === "article.json:/dosage/amount", await focused(page));
  await field(page, "/title").fill("");
  await page.locator("#findings > li:first-child.error").waitFor();
  expect(await field(page, "/title").getAttribute("aria-invalid") === "true", "the field is not said to be invalid");
});

test("a mechanical fix has a button, that changes those words only", async page => {
  await openExample(page);
  await field(page, "/dosage/amount").fill("5.0 mg, at most 15.0 mg a day");
  await found(page, "/dosage/amount").getByRole("button", { name: "Write “15 mg” for “15.0 mg”" }).click();
  expect(await field(page, "/dosage/amount").inputValue() === "5.0 mg, at most 15 mg a day", "not mended");
  expect(await focused(page) === "article.json:/dosage/amount", "the keyboard is elsewhere");
  await found(page, "/dosage/amount").getByRole("button", { name: "Write “5 mg” for “5.0 mg”" }).click();
  expect(await field(page, "/dosage/amount").inputValue() === "5 mg, at most 15 mg a day", "not mended");
  await page.click("#undo");
  expect(await field(page, "/dosage/amount").inputValue() === "5.0 mg, at most 15 mg a day", "not undone");
});

test("a field's name that was mistyped is mended, unless a text would be lost", async page => {
  const { subtitle, ...rest } = ARTICLE;
  await open(page, put("typed.json", JSON.stringify({ ...rest, subtitel: "A line" })));
  await page.locator("#findings").getByRole("button", { name: "Write “subtitle” for “subtitel”" }).click();
  expect((await savedArticle(page)).subtitle === "A line", "not mended");
  await open(page, put("typed.json", JSON.stringify({ ...rest, subtitle, subtitel: "A line" })));
  await page.locator("#findings").getByText('"subtitel" is not a field').waitFor();
  expect(await page.getByRole("button", { name: "Write “subtitle”" }).count() === 0, "it would lose a line");
});

// ---- 3: page and form ----

test("typing draws the page anew", async page => {
  await openExample(page);
  const drawn = () => page.evaluate(() => document.querySelector(".sheet canvas").toDataURL());
  const before = await drawn();
  await field(page, "/title").fill("Glutamine for the gut");
  await titled(page, "Glutamine for the gut");
  expect(await drawn() !== before, "the same picture");
});

test("a click on the page goes to the field, which is outlined", async page => {
  await openExample(page);
  const box = await picture(page).boundingBox();
  await page.mouse.click(box.x + box.width * 0.2, box.y + box.width * 0.144);
  expect(await focused(page) === "article.json:/title", "the title has no focus");
  expect(await page.locator(".over .mark").count() > 0, "no outline");
});

// ---- 4: the clinic ----

test("the clinic is remembered when that is asked for, logo and all, and forgotten", async page => {
  const logo = join(source, "tests/pdf/logo.jpg");
  await openExample(page);
  await begin(page);
  expect(await field(page, "/name", "clinic.json").inputValue() === "Your Clinic", "it was remembered unasked");
  await open(page, CLINIC, logo);
  await page.waitForFunction(() => document.getElementById("clinic.json:/logo").value === "logo.jpg");
  await see(page, "clinic.json:-more");
  await field(page, "/logo_alt", "clinic.json").fill("Our tree");
  await page.waitForFunction(() => ![...document.querySelectorAll("#findings li")].some(one => /logo/i.test(one.textContent)));
  const clinic = await saved(page, "#save-clinic");
  await page.click("#remember");
  await begin(page);
  expect(readFileSync(await saved(page, "#save-clinic"), "utf8") === readFileSync(clinic, "utf8"), "another clinic");
  expect(!(await page.textContent("#findings")).includes("logo"), "the logo was not remembered");
  await open(page, CLINIC);
  await page.click("#recall");
  expect(await field(page, "/logo", "clinic.json").inputValue() === "logo.jpg", "not used again");
  await page.click("#forget");
  await begin(page);
  expect(await field(page, "/name", "clinic.json").inputValue() === "Your Clinic", "not forgotten");
});

test("a logo is chosen at its field, a colour picked, a paper taken from a list", async page => {
  await openExample(page);
  await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file… Logo", exact: true }).click()]);
  await chooser.setFiles(join(source, "tests/pdf/logo.jpg"));
  await page.waitForFunction(() => document.getElementById("clinic.json:/logo").value === "logo.jpg");
  await page.getByLabel("Pick a colour: Accent colour").fill("#8a1f1f");
  await field(page, "/paper", "clinic.json").selectOption("a4");
  await settled(page, "A4");
  const clinic = JSON.parse(readFileSync(await saved(page, "#save-clinic")));
  expect(clinic.accent === "#8a1f1f" && clinic.paper === "a4" && clinic.logo === "logo.jpg", JSON.stringify(clinic));
});

test("an article's picture is chosen at its field, and is in the PDF", async page => {
  await openExample(page);
  await see(page, "article.json:-more");
  await page.getByRole("button", { name: "Add: Picture" }).click();
  await field(page, "/picture/alt").fill("A tree");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Choose a file… File", exact: true }).click()]);
  await chooser.setFiles(join(source, "tests/pdf/logo.jpg"));
  await page.waitForFunction(() => document.getElementById("article.json:/picture/file").value === "logo.jpg");
  await settled(page, "1 page");
  const images = spawnSync("pdfimages", ["-list", await saved(page, "#save-pdf")]).stdout.toString();
  expect(/image/.test(images), images);
});

test("however many pictures were given before, the one that is named is printed", async page => {
  await openExample(page);
  const logo = readFileSync(join(source, "tests/pdf/logo.jpg"));
  for (let i = 0; i < 10; i++) await open(page, put(`logo-${i}.jpg`, logo));
  await see(page, "clinic.json:-more");
  await field(page, "/logo", "clinic.json").fill("logo-9.jpg");
  await field(page, "/logo_alt", "clinic.json").fill("A hill");
  await page.waitForFunction(() => ![...document.querySelectorAll("#findings li")].some(one => /logo/i.test(one.textContent)));
  const images = spawnSync("pdfimages", ["-list", await saved(page, "#save-pdf")]).stdout.toString();
  expect(/image/.test(images), images);
});

// ---- 5: files ----

test("the saved PDF is the program's, and opens again", async page => {
  await openExample(page);
  const pdf = await saved(page, "#save-pdf"), json = await saved(page, "#save-article");
  const clinic = await saved(page, "#save-clinic"), native = join(folder, "native.pdf");
  const done = spawnSync(program, ["--attach-source", "-c", clinic, "-o", native, json]);
  expect(done.status === 0 && existsSync(native), done.stderr.toString());
  expect(Buffer.compare(readFileSync(pdf), readFileSync(native)) === 0, "other bytes than the program's");
  expect(Buffer.compare(readFileSync(json), readFileSync(EXAMPLE)) === 0, "the article's file changed");
  expect(Buffer.compare(readFileSync(clinic), readFileSync(CLINIC)) === 0, "the clinic's file changed");
  await field(page, "/title").fill("Something else");
  await open(page, pdf);
  await titled(page, ARTICLE.title);
  expect(spawnSync("pdfinfo", [pdf]).stdout.toString().includes("Tagged:          yes"), "not tagged");
});

test("files can be dropped, and Ctrl+S saves the PDF", async page => {
  const data = await page.evaluateHandle(text => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.json"));
    return transfer;
  }, readFileSync(EXAMPLE, "utf8"));
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await titled(page, ARTICLE.title);
  const pdf = await download(page, () => page.keyboard.press("Control+s"));
  expect(pdf.endsWith("dropped.pdf"), pdf);
});

test("what the form does not show is kept, in its order, and told", async page => {
  await open(page, put("new.json", `{"mood":{"color":"blue","n":12345678901234567890},${JSON.stringify(ARTICLE).slice(1)}`));
  await page.locator("#findings").getByText('"mood" is not a field').waitFor();
  await field(page, "/mood/color").fill("green");
  const text = readFileSync(await saved(page, "#save-article"), "utf8"), json = JSON.parse(text);
  expect(Object.keys(json).join() === ["mood", ...Object.keys(ARTICLE)].join(), "another order");
  expect(json.mood.color === "green" && text.includes("12345678901234567890"), text.slice(0, 200));
});

test("the JSON is copied", async (page, context) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openExample(page);
  await see(page, "as-json");
  await page.click("#copy");
  await notice(page, /copied|Ctrl/);
  const box = page.locator("#post");
  await see(page, "paste");
  await box.focus();
  await page.keyboard.press("Control+v");
  expect(JSON.parse(await box.inputValue()).title === ARTICLE.title, "something else was copied");
});

test("printed, it is the page and nothing else, on its paper; large print is all its pages", async page => {
  await openExample(page);
  const info = async () => {
    await page.pdf({ path: join(folder, "printed.pdf"), preferCSSPageSize: true });
    return spawnSync("pdfinfo", [join(folder, "printed.pdf")]).stdout.toString();
  };
  const letter = await info();
  expect(/Pages: +1\n/.test(letter) && /612 x 792 pts/.test(letter), letter);
  await page.check("#large");
  await settled(page, "3 pages");
  const large = await info();
  expect(/Pages: +3\n/.test(large), large);
});

// ---- A published article ----

test("a pasted article becomes the program's draft, and what was left out is said", async page => {
  const post = readFileSync(join(source, "data/examples/zinc-post.html"), "utf8");
  const native = spawnSync(program, ["--import", put("pasted.html", post)], { cwd: folder });
  expect(native.status === 0, native.stderr.toString());
  const draft = readFileSync(join(folder, "zinc-for-colds.json"), "utf8");
  await page.getByText("Paste an article", { exact: true }).click();
  await page.evaluate(html => {
    const transfer = new DataTransfer(), area = document.getElementById("post");
    transfer.setData("text/html", html);
    transfer.setData("text/plain", "Zinc");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: transfer }));
    area.value = "Zinc";
  }, post);
  await page.click("#import");
  await titled(page, JSON.parse(draft).title);
  expect(await page.locator("#imported-list li").count() > 0, "nothing is said");
  const path = await download(page, () => page.click("#save-article"));
  expect(path.endsWith("zinc-for-colds.json"), path);
  expect(readFileSync(path, "utf8") === draft, "another draft than the program's");
  await page.click("#undo");
  expect(await field(page, "/title").inputValue() === "Write the title here", "the import is not undone");
});

test("an article that is opened as HTML, Markdown or text becomes a draft too", async page => {
  for (const [name, text] of [["salt.md", "# Salt\n\nSalt is a mineral.\n\n## How to take it\n\n- Take 1 gram a day.\n"],
                              ["sand.html", "<h1>Sand</h1><p>Sand is small.</p><h2>Side effects</h2><ul><li>It may itch.</li></ul>"]]) {
    await open(page, put(name, text));
    await page.waitForFunction(title => document.getElementById("article.json:/title").value.toLowerCase() === title, name.split(".")[0]);
  }
  const { cautions } = await savedArticle(page);
  expect(JSON.stringify(cautions).includes("It may itch."), JSON.stringify(cautions));
});

// ---- 6: the engine; undo ----

test("the last good page stays, greyed, while there is none, with what to cut", async page => {
  await openExample(page);
  await field(page, "/summary").fill("This sentence goes on and on. ".repeat(130));
  await page.waitForFunction(() => document.body.classList.contains("stale"));
  expect(await page.isDisabled("#save-pdf"), "the PDF can be saved");
  expect(await picture(page).getAttribute("aria-label") === ARTICLE.title, "the picture is gone");
  await page.locator("#findings .error").getByText(/cut|shorten/).first().waitFor();
  await page.click("#undo");
  await settled(page, "1 page");
});

test("undo goes back a typed text at a time, and to its field", async page => {
  await page.clock.setFixedTime(new Date()); // so that all is typed in one go, however slow the machine
  await openExample(page);
  await field(page, "/title").focus();
  await page.keyboard.press("End");
  await page.keyboard.type(" and more");
  await field(page, "/subtitle").fill("Another line");
  await page.click("#undo");
  expect(await focused(page) === "article.json:/subtitle", await focused(page));
  expect(await field(page, "/subtitle").inputValue() === ARTICLE.subtitle, "the subtitle is not back");
  expect(await field(page, "/title").inputValue() === `${ARTICLE.title} and more`, "too much was undone");
  await page.click("#undo");
  expect(await field(page, "/title").inputValue() === ARTICLE.title, "the title is not back");
});

// ---- 7: as JSON ----

test("as JSON: lines are numbered, findings are the same, and lead to their line", async page => {
  await openExample(page);
  await page.getByText("Edit as JSON").click();
  const text = await page.locator("#json").inputValue(), lines = text.split("\n").length;
  expect((await page.textContent("#json-lines")).split("\n").length === lines, "not all lines have a number");
  await page.locator("#json").fill(text.replace(/"title": "[^"]*"/, '"title": "Water", "titel": "x"'));
  await page.locator("#json-found").getByText('"titel" is not a field').waitFor();
  const line = text.slice(0, text.indexOf('"title"')).split("\n").length;
  await page.locator("#json-found").getByRole("button", { name: `Line ${line}` }).first().click();
  const marked = await page.evaluate(() => { const { value, selectionStart, selectionEnd } = document.getElementById("json");
    return value.slice(selectionStart, selectionEnd); });
  expect(marked.includes("titel"), marked);
  await page.locator("#json").fill(text.slice(0, -4));
  await page.locator("#json-found .error").first().waitFor();
  expect(await field(page, "/title").inputValue() === "Water", "the form lost its text");
  await page.locator("#json").fill(text);
  await titled(page, ARTICLE.title);
  await page.selectOption("#json-file", "clinic.json");
  expect(await page.locator("#json").inputValue() === readFileSync(CLINIC, "utf8"), "not the clinic's file");
});

// ---- 8 and 9: languages, about ----

test("large print, and Spanish: the help too, but of references, words and rules", async page => {
  await openExample(page);
  await page.check("#large");
  await settled(page, "3 pages");
  await page.selectOption("#language", "es");
  await settled(page, "3 páginas");
  expect(await page.textContent("#save-pdf") === "Guardar el PDF", "the button is not Spanish");
  expect(await page.getAttribute("html", "lang") === "es", "the language is not told");
  const english = await page.evaluate(() => [...document.querySelectorAll("p.help > span[lang=en]")]
    .map(one => one.parentElement.id).filter(id => !/references|rules|words/.test(id)));
  expect(!english.length, `in English: ${english.join(", ")}`);
});

test("about: version, engine, licences, and that nothing leaves this computer", async page => {
  await page.getByText("About this page").click();
  const footer = await page.textContent("footer");
  for (const words of ["Nothing leaves this computer", "engine ", "MIT", "SIL OPEN FONT LICENSE", "libxml2", "GNU LESSER GENERAL PUBLIC"])
    expect(footer.includes(words), `nothing about ${words}`);
});

test("nothing can be sent, by any way that a page has", async page => {
  const sent = await page.evaluate(async () => {
    const tried = (make, good, bad) => new Promise(done => {
      try {
        const one = make();
        one[good] = () => done("sent");
        one[bad] = () => done("refused");
        setTimeout(() => done("refused"), 2000);
      } catch { done("refused"); }
    });
    const made = (name, set) => Object.assign(document.createElement(name), set);
    const added = one => { document.body.append(one); return one; };
    const at = "https://example.org/";
    return {
      fetch: await fetch(at).then(() => "sent", () => "refused"),
      beacon: await new Promise(done => { addEventListener("securitypolicyviolation", () => done("refused"), { once: true });
        navigator.sendBeacon(at, "x"); setTimeout(() => done("sent"), 2000); }),
      picture: await tried(() => Object.assign(new Image(), { src: at }), "onload", "onerror"),
      socket: await tried(() => new WebSocket("wss://example.org/"), "onopen", "onerror"),
      script: await tried(() => added(made("script", { src: at })), "onload", "onerror"),
      style: await tried(() => added(made("link", { rel: "stylesheet", href: at })), "onload", "onerror"),
      event: await tried(() => new EventSource(at), "onopen", "onerror"),
    };
  });
  for (const [way, result] of Object.entries(sent)) expect(result === "refused", `${way}: ${result}`);
});

await end();
