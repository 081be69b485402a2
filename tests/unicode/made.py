#!/usr/bin/env python3
"""The table of characters is what its program makes: made.py SOURCE_FOLDER UNICODE_DATA

Exit 77 where the system's database is of another version than the table: it says nothing of ours.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77  # ctest's SKIP_RETURN_CODE


def version(table):
    return re.search(r'version\[\] = "([\d.]+)"', table).group(1)


def main():
    top, data = Path(sys.argv[1]), sys.argv[2]
    ours = (top / "src/base/unicode.def").read_text()
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "unicode.def"
        subprocess.run([sys.executable, top / "data/make-unicode.py", made, data], check=True)
        made = made.read_text()
    if version(made) != version(ours):
        print(f"skipped: unicode.def is of Unicode {version(ours)}, {data} of {version(made)}")
        return SKIPPED
    if made != ours:
        print("src/base/unicode.def is not what data/make-unicode.py makes: run it again")
        return 1
    print("1 passed, 0 failed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
