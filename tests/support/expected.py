"""Files of what is expected.  UPDATE=1 in the environment rewrites them; read the diff."""

import difflib
import os

UPDATE = os.environ.get("UPDATE") == "1"


def expect_file(path, found):
    """The file's text equals what was found; a file that is not there is empty."""
    if UPDATE:
        path.write_text(found)
    expected = path.read_text() if path.exists() else ""
    diff = list(difflib.unified_diff(expected.splitlines(), found.splitlines(), "expected",
                                     "found", lineterm="", n=1))
    assert expected == found, f"{path.name}\n" + "\n".join(diff[:24])
