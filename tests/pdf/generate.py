"""Articles by chance: every length that is allowed, and the words that make trouble."""

import json
import random
import re
from functools import cache
from pathlib import Path

from support.schema import sections

PLAIN = """the a of and to in is may help your body with that when it from more some people this
take water sleep stomach muscle energy daily need feel support balance healthy little every
doctor before after between because through morning evening together""".split()

ODD = """well-being anti-inflammatory NF-κB L-carnitine 5–15 1,000 mg 0.5 g/day (about) e.g. Dr. vs.
½ 37 °C ≥ 90 % naïve café “leaky gut” it’s B12 omega-3 and/or α-tocopherol — … 24/7
gastroenterological electroencephalographically pneumonoultramicroscopicsilicovolcanoconiosis
methylenetetrahydrofolate-reductase https://example.org/a/long/path/to-a-page?with=query
front.desk@example.org +1-555-0100 Žluťoučký Ελληνικά витамин 3. Step 4 Table 2 Vitamin D""".split()


TESTS = Path(__file__).resolve().parents[1]


@cache
def words_of(language):
    """Those of our headings and of the text in tests/scripts; where no spaces part words, what stands
    between two marks."""
    files = [TESTS.parent / f"data/labels/{language}.json", TESTS / f"scripts/{language}.json"]
    said = " ".join(text for file in files if file.exists()
                    for text in re.findall(r': "([^"\\]*)"', file.read_text("utf-8")))
    words = re.split(r"""[\s\d/{}\[\]:,.;()?!、。，：；？！（）-]+""", said)
    return PLAIN if language == "en" else sorted({word for word in words if word} | set(PLAIN[:9]))


class Writer:
    def __init__(self, seed, language):
        self.dice = random.Random(seed)
        self.odd = self.dice.choice((0.02, 0.1, 0.3))
        self.plain = words_of(language)

    def text(self, least, most):
        words = [self.dice.choice(ODD if self.dice.random() < self.odd else self.plain)
                 for _ in range(self.dice.randint(least, most))]
        return " ".join(words).capitalize() + "."

    def items(self, most_items, most_words, titles=False):
        return [self.point(most_words) if titles and self.dice.random() < 0.6
                else self.text(1, most_words) for _ in range(self.dice.randint(1, most_items))]

    def point(self, most_words):
        return {"title": self.text(1, 3).rstrip("."), "text": self.text(1, most_words)}

    def section(self, kind, most_words):
        if kind != "own_sections":
            return self.items(4, most_words, titles=kind == "points")
        return [{"title": f"{self.text(1, 3).rstrip('.')} {i}",
                 **self.dice.choice(({"text": self.text(3, 2 * most_words)},
                                     {"items": self.items(4, most_words)}))}
                for i in range(self.dice.randint(1, 2))]

    def reference(self):
        if self.dice.random() < 0.4:
            return self.text(6, 25)
        # A title that ends with a quote would get its full stop inside of it.
        return {"type": "article-journal", "title": self.text(4, 18).rstrip(".” "),
                "author": [{"family": self.dice.choice(("Roe", "van Dyke", "Núñez")),
                            "given": "A. B."} for _ in range(self.dice.randint(1, 3))],
                "container-title": "Journal of Examples", "volume": self.dice.randint(1, 99),
                "page": "101-109", "issued": {"date-parts": [[self.dice.randint(1950, 2025)]]},
                "DOI": "10.1000/example.%d" % self.dice.randint(1, 10 ** 12)}


def generated(seed, language="en"):
    """@return an article, the options to print it with, and whether with a clinic."""
    w = Writer(seed, language)
    size = w.dice.choice((3, 8, 14, 25))
    article = {
        "title": w.text(1, 5).rstrip("."), "summary": w.text(3, 40),
        "benefits": w.items(w.dice.choice((2, 6, 12)), size, titles=True),
        "dosage": w.dice.choice((w.text(3, 40), {"amount": w.text(1, 6), "how": w.text(3, 40)},
                                 {"steps": w.items(6, size)})),
        "cautions": w.items(w.dice.choice((2, 5, 12)), size, titles=True),
        "references": [w.reference() for _ in range(w.dice.choice((0, 1, 2, 4, 8)))],
        "disclaimer": w.text(5, w.dice.choice((10, 60, 120)))}
    optional = {"subtitle": w.text(1, 9),
                **{name: w.section(kind, size) for name, kind in sections()
                   if name not in article},
                "source": {"title": w.text(2, 8), "updated": "2024-11-01"}}
    article.update({name: value for name, value in optional.items() if w.dice.random() < 0.4})
    options = [w.dice.choice(("--paper=letter", "--paper=a4"))]
    options += ["--no-letterhead"] if w.dice.random() < 0.15 else []
    return article, options, w.dice.random() < 0.8
