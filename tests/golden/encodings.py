#!/usr/bin/env python3
"""What a file of single bytes is said to be written in. encodings.py HANDOUT

The command that the hint names must give the very text that was written, in each of the encodings
that patient texts come in; where the bytes alone cannot tell, one of the two that are named.
"""

import re
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal

MINIMAL = (Path(__file__).parent / "minimal.json").read_bytes()
ENCODINGS = ["cp1252", "latin-1", "mac-roman", "cp437", "cp850"]
PYTHON_NAMES = {"MACINTOSH": "mac-roman"}

TEXTS = [
    "It may help with “thirst” – and don’t stop at the café.",
    "Doe’s résumé… keep it at 5 °C or less.",
    "Take ½ tablet. It is in a café now.",
    "Please don’t stop.",
    "It is “good” water.",
    "Water is good—drink it.",
    "Take 5\u00a0mg of Waterly® a day.",
    "¿Está embarazada? El corazón, los niños, la dosis según su médico.",
    "La corrección.",
    "ATENCIÓN: NIÑOS PEQUEÑOS",
    "Fragen Sie Ihren Arzt, bevor Sie größere Mengen für die Nacht nehmen.",
    "L’eau aide à la santé. Où est le problème ? Après le dîner, déjà.",
    "Beba água. Não pare a medicação, é só o começo.",
]
# Other alphabets: no name is better than a wrong one.
OTHERS = [("cp1251", "Вода помогает при жажде."), ("koi8-r", "Вода помогает."),
          ("cp1250", "Zażółć gęślą jaźń"), ("gb18030", "水可以解渴。")]


def hint_about(program, folder, data):
    """The hint on the first byte that is not UTF-8, if the bytes stand in an article."""
    place = Path(folder) / "a.json"
    place.write_bytes(MINIMAL.replace(b'"summary": "', b'"summary": "' + data + b" ", 1))
    said = run(program, "--no-clinic", "--dump=article", place, cwd=folder).err
    return re.search(r"not-utf8\].*?hint: ([^\n]*)", said, re.S).group(1)


def named_encodings(hint):
    return [PYTHON_NAMES.get(name, name) for name in re.findall(r"iconv -f (\S+)", hint)]


def tells_back(program, folder, text, encoding):
    data = text.encode(encoding)
    named = named_encodings(hint_about(program, folder, data))
    expect_equal(0 < len(named) < 3, True, f"{named} are named")
    expect_equal(text in [data.decode(name) for name in named], True, f"{named} give the text back")


def names_none(program, folder, text, encoding):
    hint = hint_about(program, folder, text.encode(encoding))
    expect_equal(hint, "save the file as UTF-8 in the program that wrote it", "hint")


def is_in(encoding, text):
    try:
        return any(byte > 0x7F for byte in text.encode(encoding))
    except UnicodeEncodeError:
        return False


def main():
    program, tally = Path(sys.argv[1]).resolve(), Tally()
    tests = [(tells_back, text, encoding) for encoding in ENCODINGS for text in TEXTS
             if is_in(encoding, text)]
    tests += [(names_none, text, encoding) for encoding, text in OTHERS]
    with tempfile.TemporaryDirectory(prefix="handout-encodings-") as folder:
        for test, text, encoding in tests:
            tally.run(f"{encoding}: {text}", test, program, folder, text, encoding)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
