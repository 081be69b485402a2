#!/usr/bin/env python3
"""Signs at the start of a text, and small figures: texts.py HANDOUT

What could be the mark of a list, or of a lead-in, may be a part of a number or of a name; and a
figure that is raised may be a power, a fraction or the mark of a note.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal


def html(*paragraphs):
    return "html", "".join(f"<p>{text}</p>" for text in paragraphs)


def items(*texts):
    return "html", "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"


def txt(text):
    return "txt", text


def lead(title, text):
    return {"title": title, "text": text}


MARKS = (
    (html("E. coli may grow."), ["E. coli may grow."]),
    (html("L. reuteri can cause gas."), ["L. reuteri can cause gas."]),
    (html("C. diff may come back."), ["C. diff may come back."]),
    (html("E. coli may grow.", "F. nucleatum too."), ["E. coli may grow.", "F. nucleatum too."]),
    (html("A. baumannii may grow.", "B. cereus too."), ["A. baumannii may grow.", "B. cereus too."]),
    (items("E. coli may grow."), ["E. coli may grow."]),
    (html("(5) grams is too much."), ["(5) grams is too much."]),
    (html("5) grams is too much."), ["5) grams is too much."]),
    (html("[3] grams is too much."), ["[3] grams is too much."]),
    (html("40. Call us then."), ["40. Call us then."]),
    (html("- 20 °C is too cold."), ["- 20 °C is too cold."]),
    (html("– 20 °C is too cold."), ["– 20 °C is too cold."]),
    (html("+ 5 mg is too much."), ["+ 5 mg is too much."]),
    (html("· 5 mg is too much."), ["· 5 mg is too much."]),
    (items("-20 °C is too cold."), ["-20 °C is too cold."]),
    (txt("E. coli may grow."), ["E. coli may grow."]),
    (txt("Call us if you took more than\n40. Call us then."),
     ["Call us if you took more than", "40. Call us then."]),
    (txt("Take about 5\n- 10 grams daily."), ["Take about 5", "- 10 grams daily."]),
    (txt("about 5\n- 10 grams\n- 15 grams"), ["about 5", "- 10 grams", "15 grams"]),
    # Lists lose their marks.
    (html("a) Doe may be sick.", "b) Roe may be sick."), ["Doe may be sick.", "Roe may be sick."]),
    (html("A. Stop it.", "B. Call us."), ["Stop it.", "Call us."]),
    (html("1. Water may swell.", "2. Zinc may not."), ["Water may swell.", "Zinc may not."]),
    (html("1. Water may swell."), ["Water may swell."]),
    (html("(1) Water may swell.", "(2) Zinc may not."), ["Water may swell.", "Zinc may not."]),
    (html("• 40 mg is too much."), ["40 mg is too much."]),
    (items("- Water may swell.", "- Zinc may not."), ["Water may swell.", "Zinc may not."]),
    (txt("- 10 mg may upset.\n- 20 mg may harm."), ["10 mg may upset.", "20 mg may harm."]),
    (txt("1. Water may swell.\n2. Zinc may not.\n\n3. Iron may."),
     ["Water may swell.", "Zinc may not.", "Iron may."]),
    (("md", "E. coli may grow."), ["E. coli may grow."]),
    (("md", "- Water may swell.\n- Zinc may not."), ["Water may swell.", "Zinc may not."]),
)
LEADS = (
    (items("<b>Store at:</b> -20 °C"), [lead("Store at", "-20 °C")]),
    (items("<b>Store at:</b> −20 °C"), [lead("Store at", "−20 °C")]),
    (items("<b>Store at:</b> - 20 °C"), [lead("Store at", "- 20 °C")]),
    (items("<b>Store at</b> - 20 °C"), [lead("Store at", "- 20 °C")]),
    (items("<b>Store at</b> –20 °C"), [lead("Store at", "–20 °C")]),
    (items("<b>Most in a day:</b> .5 mg"), [lead("Most in a day", ".5 mg")]),
    (items("<b>Most in a day</b>: .5 mg"), [lead("Most in a day", ".5 mg")]),
    (items("Most in a day: .5 mg"), [lead("Most in a day", ".5 mg")]),
    (items("Most in a day: - 5 mg"), [lead("Most in a day", "- 5 mg")]),
    (items("<b>Most in a day: 5.</b>5 mg"), ["Most in a day: 5.5 mg"]),
    (items("<b>Most: 5-</b>10 mg"), ["Most: 5-10 mg"]),
    (("html", "<table><tr><td>Store at</td><td>-20 °C</td></tr></table>"),
     [lead("Store at", "-20 °C")]),
    # Real ones.
    (items("<b>Colds:</b> zinc may help."), [lead("Colds", "zinc may help.")]),
    (items("<b>Colds:</b>zinc may help."), [lead("Colds", "zinc may help.")]),
    (items("<b>Colds</b> – zinc may help."), [lead("Colds", "zinc may help.")]),
    (items("<b>Colds.</b> Zinc may help."), [lead("Colds", "Zinc may help.")]),
    (("md", "- **Store at:** -20 °C"), [lead("Store at", "-20 °C")]),
)
HALF = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
SMALL = (
    ("<sup>1</sup>&frasl;<sub>2</sub> teaspoon", "¹⁄₂ teaspoon"),
    ("<sup>1</sup>/<sub>2</sub> teaspoon", "¹/₂ teaspoon"),
    ("1<sup>1</sup>&frasl;<sub>2</sub> teaspoons", "1¹⁄₂ teaspoons"),
    ("1 <sup>1</sup>&frasl;<sub>2</sub> teaspoons", "1 ¹⁄₂ teaspoons"),
    ("5 x 10 <sup>9</sup> CFU", "5 x 10 ⁹ CFU"),
    ("10<sup>1.5</sup> g", "10¹.⁵ g"),
    ("10<sup>2–3</sup> CFU", "10²⁻³ CFU"),
    ("10<sup>2-3</sup> CFU", "10²⁻³ CFU"),
    ("500 mg per m<sup>2</sup>", "500 mg per m²"),
    ("5 mg per cm<sup>3</sup>", "5 mg per cm³"),
    ("10 mg kg<sup>-1</sup>", "10 mg kg⁻¹"),
    ("10 mg kg<sup>&#150;1</sup>", "10 mg kg⁻¹"),
    ('10<span style="vertical-align: super">9</span> CFU', "10⁹ CFU"),
    ('7<span style="vertical-align:sub">0</span> mg', "7₀ mg"),
    (f"{HALF} teaspoon", "1/2 teaspoon"),
    (f"1{HALF} teaspoons", "1 1/2 teaspoons"),
    ("<math><msup><mn>10</mn><mn>9</mn></msup></math> CFU", "10^9 CFU"),
    ("<math><mfrac><mrow><mn>1</mn><mo>+</mo><mn>2</mn></mrow><mn>3</mn></mfrac></math> g", "(1+2)/3 g"),
    ("Of <math><mroot><mn>8</mn><mn>3</mn></mroot></math> g.", "Of root(8, 3) g."),
    ("<math><msub><mn>7</mn><mn>0</mn></msub></math> g", "7_0 g"),
)
NOTES = (
    ("A form<sup>2</sup> of it", "A form of it", "2"),
    ("A form<sup>1–3</sup> of it", "A form of it", "1–3"),
    ("A form <sup>[4]</sup> of it", "A form of it", "[4]"),
    ("Of 5<sup>1,2</sup> mg", "Of 5 mg", "1,2"),
)


def post(ending, body):
    if ending == "html":
        return ("<article><h1>Zinc</h1><p>Zinc is a mineral that the body needs.</p>"
                f"<h2>Side effects</h2>{body}</article>")
    heading = ("# Zinc", "## Side effects") if ending == "md" else ("Zinc", "Side effects")
    return f"{heading[0]}\n\nZinc is a mineral.\n\n{heading[1]}\n\n{body}\n"


def becomes(program, place, source, cautions):
    ending, body = source
    (place / f"post.{ending}").write_text(post(ending, body))
    result = run(program, "--import", f"post.{ending}", cwd=place)
    draft = place / "zinc.json"
    found = json.loads(draft.read_text())["cautions"]
    draft.unlink()
    expect_equal(found, cautions, "what is said")
    return result


def leaves_note(program, place, text, cautions, note):
    result = becomes(program, place, html(text), cautions)
    assert f"it is the mark of a footnote: {note} [" in result.err, result.err


def main():
    program, tally = Path(sys.argv[1]).resolve(), Tally()
    with tempfile.TemporaryDirectory(prefix="handout-texts-") as scratch:
        for source, cautions in MARKS + LEADS:
            tally.run(source[1], becomes, program, Path(scratch), source, cautions)
        for text, found in SMALL:
            tally.run(text, becomes, program, Path(scratch), html(text), [found])
        for text, found, note in NOTES:
            tally.run(text, leaves_note, program, Path(scratch), text, [found], note)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
