#!/usr/bin/env python3
"""What of a page is the post: seen.py HANDOUT

What its author struck out, what the site put around it, data before its text, dates of other things:
each in the ways in which editors and page builders write it.  Of each post some fields of the draft
are given; the rest of its words must be told, each at its line.
"""

import json
import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal

INTRO = "Zinc is a mineral that the body needs."


def dosage(html):
    return f"<article><h1>Zinc</h1><p>{INTRO}</p><h2>Dosage</h2>{html}</article>"


def markdown(text):
    return f"# Zinc\n\n{INTRO}\n\n## Dosage\n\n{text}\n"


def drafts(program, place, content, name="post.html"):
    """@return the article, the clinic, and the lines of what is told, "4: struck: 50 mg"."""
    for path in place.glob("*"):
        path.unlink()
    (place / name).write_text(content)
    result = run(program, "--import", name, cwd=place)
    expect_equal(result.status, 0, result.err)
    files = {path.name: json.loads(path.read_text()) for path in place.glob("*.json")}
    clinic = files.pop("clinic.json", {})
    (article,) = files.values()
    told = [f"{line}: {reason}: {words}" for line, reason, words in re.findall(
        r"(?m)^[^:\n]+:(\d+):\d+: note: left out, as (.*?): (.*) \[", result.err)]
    return article, clinic, told


def expect_told(told, words, why):
    assert any(words in line and why in line for line in told), f"{words!r} is not told ({why}): {told}"


# ---- Struck out ----

STRUCK = (
    '<p style="text-decoration:line-through">Take {}.</p>',
    '<p style="TEXT-DECORATION : underline Line-Through red">Take {}.</p>',
    '<div style="color:red; text-decoration-line: line-through"><p>Take {}.</p></div>',
    '<ul><li style="text-decoration:line-through">Take {}.</li></ul>',
    '<p><a href="#" style="text-decoration: line-through">Take {}.</a></p>',
    '<p><b style="text-decoration:line-through">Take {}.</b></p>',
    '<p><span class="strikethrough">Take {}.</span></p>',
    '<p class="text-sm line-through">Take {}.</p>',
    '<p><span role="deletion">Take {}.</span></p>',
    '<del><p>Take {}.</p><ul><li>Every day.</li></ul></del>',
    '<s><h2>How to take it</h2><p>Take {}.</p></s>',
    '<table><tr style="text-decoration:line-through"><td>Most</td><td>Take {}.</td></tr></table>',
    '<p><del><img alt="Take {}."></del></p>',
    '<style>p,.c2 {{color:red}} @media print {{ .c1{{color:red}} .c2, span.c3 {{ color: red; '
    'text-decoration:line-through }} }}</style><p><span class="c1 c3">Take {}.</span></p>',
)
KEPT = "Take 5 mg a day."


def leaves_out_what_is_struck(program, place):
    for form in STRUCK:
        article, _, told = drafts(program, place,
                                  dosage("\n" + form.format("50 grams a day") + f"<p>{KEPT}</p>"))
        expect_equal((article["dosage"], article["cautions"][0][:4]),
                     ({"amount": "5 mg a day", "how": KEPT}, "The "), form)
        expect_told(told, "50 grams a day", "it is struck out")
        assert all(line.startswith("2:") for line in told if "struck" in line), told


def parts_no_line_by_what_is_struck(program, place):
    for said, how in (('Take <del>50</del> 5 mg a day.', KEPT),
                      ('Take<br><s>50 mg</s><br>5 mg a day.', KEPT),
                      ('Take <span style="text-decoration:none">5 mg</span> a day.', KEPT)):
        article, _, _ = drafts(program, place, dosage(f"<p>{said}</p>"))
        expect_equal(article["dosage"]["how"], how, said)
    row = '<table><tr><td>Adults</td><td style="text-decoration:line-through">50 mg</td><td>5 mg</td></tr></table>'
    article, _, _ = drafts(program, place, dosage(row))
    expect_equal(article["dosage"]["how"], "Adults: 5 mg", "a row with a cell that is struck")


def takes_nothing_from_what_is_struck(program, place):
    article, clinic, told = drafts(program, place, f"""<h1>Zinc</h1>
<p><del>Updated Jan 1, 2019</del></p><p>Updated Nov 1, 2024</p><p>{INTRO}</p><h2>References</h2>
<footer><p>© 2025 Our Clinic</p><p><del>509-555-0100</del></p>
<div style="text-decoration:line-through"><p>509-555-0101</p></div>
<p style="display:none">509-555-0102</p><p>509-555-0199</p></footer>""")
    expect_equal((article["source"]["updated"], clinic["phone"]), ("2024-11-01", "509-555-0199"), "it")
    expect_told(told, "509-555-0100", "it is struck out")
    expect_told(told, "509-555-0102", "no reader of the page sees it")


MARKED = (
    ("post.md", markdown("~~50 mg daily~~ 5 mg daily"), "5 mg daily"),
    ("post.md", markdown("Take ~~**50 mg** daily~~ 5 mg daily"), "Take 5 mg daily"),
    ("post.md", markdown("Take ~~50 mg daily  \nwith a meal~~ 5 mg daily"), "Take 5 mg daily"),
    ("post.md", markdown("Take ~~50 mg\ndaily~~ 5 mg daily"), "Take 5 mg daily"),
    ("post.md", markdown("Take <del>50 mg daily</del> 5 mg daily"), "Take 5 mg daily"),
    ("post.txt", markdown("Take ~~50 mg daily~~ 5 mg daily"), "Take 5 mg daily"),
    ("post.txt", markdown("Take ~~50 mg daily\nwith a meal~~ 5 mg daily"), "Take 5 mg daily"),
    ("post.html", dosage("<p>Take ~~50 mg daily~~ 5 mg daily</p>"), "Take 5 mg daily"),
    ("post.html", dosage("<p>Take 5\u03360\u0336 m\u0336g\u0336 5 mg daily</p>"), "Take 5 mg daily"),
    ("post.txt", markdown("Take 5\u03380\u0338 5 mg daily"), "Take 5 mg daily"),
    ("post.md", markdown("Take ~~ 5 mg ~~ daily"), "Take ~~ 5 mg ~~ daily"),
    ("post.md", markdown("Take ~5 mg daily, and not ~10 mg"), "Take ~5 mg daily, and not ~10 mg"),
    ("post.txt", markdown("5 mg =\u0338 50 mg"), "5 mg =\u0338 50 mg"),
)


def knows_signs_that_strike(program, place):
    for name, post, how in MARKED:
        article, _, told = drafts(program, place, post, name)
        expect_equal(article["dosage"]["how"], how, post)
        assert "50" not in article["dosage"].get("amount", ""), article["dosage"]
        if how in ("Take 5 mg daily", "5 mg daily"):
            expect_told(told, "50", "it is struck out")
            assert "\u0336" not in "".join(told) and "~" not in "".join(told), told
    article, _, _ = drafts(program, place, dosage("<ul><li><b>~~1~~ Store ~~2~~ at home:</b> Far up.</li></ul>")
                           .replace("Dosage", "Cautions"))
    expect_equal(article["cautions"], [{"title": "Store at home", "text": "Far up."}], "a lead-in")


# ---- The site ----

def pieces(form, *texts):
    return "".join(form.format(text) for text in texts)


TEXTS = ("Zinc helps the skin heal.", "It helps the eyes.", "It helps with colds in winter.",
         "It helps the sense of taste.")
BUILDERS = (
    '<div class="elementor-element elementor-widget elementor-widget-text-editor" data-id="a1">'
    '<div class="elementor-widget-container"><p>{}</p></div></div>',
    '<div class="so-panel widget widget_sow-editor panel-first-child"><div class="siteorigin-widget-tinymce'
    ' textwidget"><p>{}</p></div></div>',
    '<div class="et_pb_module et_pb_text et_pb_text_align_left"><div class="et_pb_text_inner"><p>{}</p>'
    '</div></div>',
    '<div class="wpb_text_column wpb_content_element"><div class="wpb_wrapper"><p>{}</p></div></div>',
    '<div class="wp-block-group is-layout-flow"><p class="has-medium-font-size">{}</p></div>',
    '<div class="fl-module fl-module-rich-text"><div class="fl-module-content"><p>{}</p></div></div>',
    '<div id="comp-k1" class="comp-k1 wixui-rich-text" data-testid="richTextElement"><p>{}</p></div>',
    '<div class="sqs-block html-block sqs-block-html"><div class="sqs-block-content"><p>{}</p></div></div>',
    '<div class="mytheme-widget"><p>{}</p></div>',
    '<div class="x-shareable"><p>{}</p></div>',
)
FRAMES = (
    '<div class="elementor-widget elementor-widget-share-buttons"><p>{}</p></div>',
    '<div class="elementor-widget elementor-widget-wp-widget-recent-posts"><p>{}</p></div>',
    '<div class="et_pb_module et_pb_social_media_follow"><p>{}</p></div>',
    '<div class="wp-block-latest-posts"><p>{}</p></div>',
    '<div class="sharedaddy sd-sharing-enabled"><p>{}</p></div>',
    '<div class="jp-relatedposts" id="jp-relatedposts"><p>{}</p></div>',
    '<ol class="comment-list"><li><article class="comment-body"><p>{}</p></article></li></ol>',
    '<div id="comments" class="comments-area"><p>{}</p></div>',
    '<div class="cookie-notice"><p>{}</p></div>',
    '<div role="dialog" class="popup-modal" hidden><p>{}</p></div>',
)
ADVERT = "Doctor Who, Jan 1, 2019: take 90 grams a day, call 509-555-0190."


def keeps_what_builders_write(program, place):
    for form in BUILDERS:
        for around in ("{}", '<body class="home comments-open has-sidebar"><div id="content">{}</div>'):
            article, _, told = drafts(program, place, around.format(
                f"<article><h1>Zinc</h1>{pieces(form, *TEXTS)}</article>"))
            expect_equal(article["summary"].split(". ")[0].rstrip(".") + ".", TEXTS[0], form)
            expect_equal(told, [], form)


def leaves_out_what_the_site_adds(program, place):
    for form in FRAMES:
        article, clinic, told = drafts(program, place, f"<h1>Zinc</h1><p>{INTRO}</p>" + f"<p>{' '.join(TEXTS)}</p>" * 2
                                       + f"<h2>Dosage</h2><p>{KEPT}</p><h2>References</h2>"
                                       + pieces(form, ADVERT, "Jan 1, 2019", "509-555-0191", "© Ad Inc."))
        expect_equal(article["dosage"], {"amount": "5 mg a day", "how": KEPT}, form)
        expect_equal((article["references"], "updated" in article["source"], clinic), ([], False, {}), form)
        expect_told(told, ADVERT, "")


def knows_headings_by_their_ids(program, place):
    """An id that an editor made of a heading's words is no part of the frame."""
    article, _, told = drafts(program, place, f"""<article><h1 id="share-zinc">Zinc</h1><p>{INTRO}</p>
<h2 id="related-foods">Benefits</h2><p>It helps the skin.</p>
<section id="comments-on-dosage"><h2>Dosage</h2><p>{KEPT}</p></section></article>""")
    expect_equal((article["dosage"]["how"], article["benefits"]), (KEPT, ["It helps the skin."]), told)


def sees_what_the_eye_sees(program, place):
    for said, how in (('Take <span aria-hidden="true">½</span><span class="sr-only">one half</span>'
                       ' teaspoon.', "Take ½ teaspoon."),
                      ('Take <span class="visually-hidden">about</span> 5 mg.', "Take 5 mg."),
                      ('Take 5 mg.<a class="anchor" aria-hidden="true" href="#d">#</a>', "Take 5 mg."),
                      ('Take <i aria-hidden="true" class="icon"></i>5 mg.', "Take 5 mg."),
                      ('Take 5<span hidden>0</span> mg.', "Take 5 mg.")):
        article, _, _ = drafts(program, place, dosage(f"<p>{said}</p>"))
        expect_equal(article["dosage"]["how"], how, said)
    for around in ("<main aria-hidden=true>{}</main>", "<div class=page style='visibility:hidden'>{}</div>"):
        article, _, _ = drafts(program, place, around.format(dosage(f"<p>{KEPT}</p>")))
        expect_equal(article["dosage"]["how"], KEPT, around)
    panel = f'<div role="region" aria-labelledby="t1" hidden="hidden"><p>{KEPT}</p></div>'
    article, _, _ = drafts(program, place, dosage(panel))
    expect_equal(article["dosage"]["how"], KEPT, "the panel of an accordion")


def parts_what_stands_apart(program, place):
    for html, how in (('<fieldset><legend>Dose</legend>Take 5 mg.</fieldset>', "Take 5 mg."),
                      ('<span style="display:block">For adults</span><span style="display: block">Take'
                       ' 5 mg.</span>', "For adults Take 5 mg.")):
        article, _, _ = drafts(program, place, dosage(html))
        expect_equal(article["dosage"]["how"], how, html)
    article, _, told = drafts(program, place, dosage(
        '<p>Take 5 mg <span class="social-share">Tell others</span> a day.</p><p class="commentary">Eat.</p>'))
    expect_equal(article["dosage"]["how"], f"{KEPT} Eat.", "a line with a button")
    expect_told(told, "Tell others", "it is the site's")
    _, _, told = drafts(program, place, dosage(
        f"<p>{KEPT}</p><form><select><option>One<option>Two</select></form>"))
    expect_told(told, "One | Two", "it is a form")


# ---- Dates ----

DATES = (
    ("<p>Published Jan 1, 2019. Updated Nov 1, 2024</p>", "2024-11-01"),
    ("<p>Updated Nov 1, 2024 | First posted Jan 1, 2019</p>", "2024-11-01"),
    ("<p>Published Jan 1, 2019</p><p>Last updated Nov 1, 2024</p>", "2024-11-01"),
    ("<p>By Jan Roe, Nov 1, 2024</p>", "2024-11-01"),
    ("<p>Publicado el 1 de enero de 2019, actualizado el 1 de noviembre de 2024</p>", "2024-11-01"),
    ("<p>Posted Feb 30, 2024</p>", None),
    ("<p>Posted Feb 29, 2024</p>", "2024-02-29"),
    ('<div class="entry-meta"><time class="entry-date published" datetime="2019-01-01">x</time>'
     '<time class="updated" datetime="2024-11-01">y</time></div>', "2024-11-01"),
    ('<nav>Sale until Dec 24, 2024</nav><p>Published Jan 1, 2019</p>', "2019-01-01"),
    ('<div class="related-posts"><p>Updated Dec 24, 2024</p></div>', None),
)
HEADS = (
    ('<meta property="article:published_time" content="2019-01-01T10:00"><meta '
     'property="article:modified_time" content="2024-11-01T10:00">', "2024-11-01"),
    ('<meta itemprop="datePublished" content="2019-01-01"><meta itemprop="dateModified" '
     'content="2024-11-01">', "2024-11-01"),
    ('<meta property="article:published_time" content="2019-01-01">', "2019-01-01"),
)


def finds_the_day_of_the_last_change(program, place):
    for html, day in DATES:
        article, _, told = drafts(program, place, f"<article><h1>Zinc</h1>{html}<p>{INTRO}</p></article>")
        expect_equal((article["source"].get("updated"), article["summary"]), (day, INTRO), html)
    for head, day in HEADS:
        article, _, _ = drafts(program, place, f"<html><head>{head}</head><body><h1>Zinc</h1><p>{INTRO}</p>")
        expect_equal(article["source"].get("updated"), day, head)


def tells_of_other_dates(program, place):
    _, _, told = drafts(program, place, f"<h1>Zinc</h1>\n<p>Published Jan 1, 2019</p>\n"
                        f"<p>Updated Nov 1, 2024</p>\n<p>Posted Feb 30, 2024</p>\n<p>{INTRO}</p>")
    expect_told(told, "2: \"source\" has another date of the post: Published", "Jan 1, 2019")
    expect_told(told, "3: it is the date of the post, which is in", "Nov 1, 2024")
    expect_told(told, "4: it is no date that can be read in one way", "Feb 30, 2024")


# ---- Front matter ----

YAML = """---
title: {title}
# a comment on copper
tags:
  - immune
  - metals
description: >
  What zinc does,
  and who needs it.
lastmod: 2024-11-01
date: 2019-01-01   # first of all
author: Jan Roe
lang: en-GB
canonical_url: https://example.org/zinc
---

{text}
"""
TOML = """+++
title = {title}
date = 2019-01-01T10:00:00Z
lastmod = 2024-11-01
tags = [
  "immune",
  "metals"]
[params]
  title = "Copper"
  author = "Jan Roe"
+++

{text}
"""
TITLES = (('Zinc', "Zinc"), ('"Zinc: a metal"', "Zinc: a metal"), ("'Zinc: it''s good'", "Zinc: it's good"),
          ('"Zinc \\"A\\" \\u2013 B" # Copper', 'Zinc "A" \u2013 B'), ("Zinc # Copper", "Zinc"),
          ("Zinc and\n  colds", "Zinc and colds"), (">-\n  Zinc and\n  colds", "Zinc and colds"),
          ("", None), ("[a, b]", None), ('"Zinc" for colds', '"Zinc" for colds'))
TEXT = f"{INTRO}\n\n## Dosage\n\n{KEPT}"


def words(text):
    return set(re.findall(r"[\w-]+", text))


def reads_front_matter(program, place):
    for title, expected in TITLES:
        for name, text in (("post.md", TEXT), ("post.txt", TEXT), ("post.html", f"<p>{INTRO}</p>")):
            post = YAML.format(title=title, text=text)
            article, clinic, told = drafts(program, place, post, name)
            source = article["source"]
            expect_equal((source.get("title"), source["updated"], article["summary"], clinic),
                         (expected, "2024-11-01", INTRO, {}), post)
            expect_equal((article["language"], source["url"]), ("en-GB", "https://example.org/zinc"), post)
            lost = words(post) - words(json.dumps(article, ensure_ascii=False) + " ".join(told))
            assert lost <= {"---", "title", "lang", "canonical_url", "h2", "p", "u2013B", "u2013"}, lost
    _, _, told = drafts(program, place, YAML.format(title="Zinc", text=TEXT), "post.md")
    expect_told(told, "a comment on copper | tags: | - immune | - metals", "3: ")
    expect_told(told, "date: 2019-01-01 # first", '"source" has another date')


def reads_front_matter_in_toml(program, place):
    for title, expected in (('"Zinc"', "Zinc"), ("'Zinc'", "Zinc"), ('"""Zinc"""', None)):
        article, _, told = drafts(program, place, TOML.format(title=title, text=TEXT), "post.md")
        expect_equal((article["source"].get("title"), article["source"]["updated"], article["summary"]),
                     (expected, "2024-11-01", INTRO), title)
        for line in ('"immune",', 'title = "Copper"', "[params]"):
            expect_told(told, line, "")


def keeps_what_is_no_front_matter(program, place):
    said = "Never take zinc with copper."
    for mark in ("---", "+++"):
        article, _, told = drafts(program, place, f"{mark}\n{said}\n{mark}\n\n# Zinc\n\n{INTRO}\n", "post.md")
        assert said in json.dumps(article) + " ".join(told), told
        expect_equal(article["title"], "Zinc", mark)


def refuses_no_day_of_front_matter(program, place):
    article, _, told = drafts(program, place, f"---\ntitle: Zinc\ndate: 2024-02-30\n---\n\n{INTRO}\n", "post.md")
    expect_equal(article["source"], {"title": "Zinc"}, "the source")
    expect_told(told, "date: 2024-02-30", "3: it is no date")


# ---- Places ----

def tells_each_at_its_line(program, place):
    long = "Zinc and more zinc. " * 12
    _, _, told = drafts(program, place, f"<html>\n<body>\n<article>\n\n<h1>{long}</h1>\n<p>{INTRO}</p>")
    expect_told(told, "5: there is no room", long.strip())
    _, _, told = drafts(program, place, f"<article><h1>Zinc</h1><p>{INTRO}</p></article>\n<footer>\n"
                        "<p>509-555-0100</p>\n<p>Hours: 9 to 5</p>\n</footer>")
    expect_told(told, "3: it is too little for a clinic file", "509-555-0100")
    _, _, told = drafts(program, place, f"<article><h1>Zinc</h1><p>{INTRO}</p></article>\n<footer>\n"
                        "<p>© Hill Clinic</p><p>509-555-0100</p>\n\n<p>Email: jo@x..y</p>\n</footer>")
    expect_told(told, "5: the clinic file has another one", "jo@x..y")


def takes_no_name_of_another_file(program, place):
    """clinic.json is the file of the clinic."""
    for name, title in (("post.html", "<h1>Clinic</h1>"), ("clinic.html", "")):
        (place / name).write_text(f"{title}<p>{INTRO}</p><footer><p>© Hill</p><p>509-555-0100</p></footer>")
        result = run(program, "--import", name, cwd=place)
        expect_equal((result.status, {path.name for path in place.glob("*.json")}),
                     (0, {"clinic.json", "clinic-handout.json"}), result.err)
        expect_equal(json.loads((place / "clinic-handout.json").read_text())["id"], "clinic-handout", title)
        for path in place.glob("*"):
            path.unlink()


TESTS = (leaves_out_what_is_struck, parts_no_line_by_what_is_struck, takes_nothing_from_what_is_struck,
         knows_signs_that_strike, reads_front_matter, reads_front_matter_in_toml,
         keeps_what_is_no_front_matter, refuses_no_day_of_front_matter, takes_no_name_of_another_file,
         keeps_what_builders_write, leaves_out_what_the_site_adds, knows_headings_by_their_ids,
         sees_what_the_eye_sees, parts_what_stands_apart, finds_the_day_of_the_last_change,
         tells_of_other_dates, tells_each_at_its_line)


def main():
    program, tally = Path(sys.argv[1]).resolve(), Tally()
    with tempfile.TemporaryDirectory(prefix="handout-import-") as scratch:
        for test in TESTS:
            place = Path(scratch) / test.__name__
            place.mkdir()
            tally.run(test.__name__, test, program, place)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
