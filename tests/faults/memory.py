#!/usr/bin/env python3
"""One allocation of the whole process fails, at any place, in any library: then all is as it would
be without, or the program says that there is no memory, ends with status 3, and leaves no file.

    memory.py HANDOUT SOURCE MEMORY_FAILS.so [STEP]

Every STEP-th allocation fails in a run of its own; 1, which is usual, tries each.
"""

import json
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally

# The second is what the C library says that has no memory for a stream.
REFUSALS = ("handout: error: there is no memory left [out-of-memory]",
            "error: cannot be written: Cannot allocate memory [cannot-write]")


def clinics(source):
    """By the names of their files."""
    names = {"name": "Hill Clinic", "phone": "509-555-0100", "logo_alt": "a picture"}
    fonts = {"regular": str(source / "fonts/NotoSans-Regular.ttf"),
             "bold": str(source / "fonts/NotoSans-Bold.ttf")}
    return {
        "clinic.json": {**names, "qr": "contact", "fonts": fonts,
                        "logo": str(source / "data/l-glutamine.png")},
        "photograph.json": {**names, "logo": str(source / "tests/pdf/logo.jpg")},
    }


def scenes(source):
    """What is run, by its name."""
    article = str(source / "data/l-glutamine.json")
    return {
        "a page": [article],
        "large print": ["--large-print", article],
        "a clinic's logo, code and fonts": ["--clinic=clinic.json", article],
        "a photograph": ["--clinic=photograph.json", article],
        "a review": ["--check", "--report", article],
    }


def is_refusal(result, whole):
    """What was said before stands, and then that there is no memory."""
    status, out, err = result
    said = err.splitlines()
    same = sum(1 for a, b in zip(said, whole[2].splitlines()) if a == b)
    return (status == 3 and len(said) > same and said[same].endswith(REFUSALS)
            and whole[1].startswith(out))


class Scene:
    def __init__(self, program, shim, folder, arguments):
        self.program, self.shim, self.arguments = program, shim, arguments
        self.folder, self.output = folder, folder / "page.pdf"

    def outcome(self, **env):
        """All that a run leaves behind. A temporary file that stays is of no outcome."""
        self.output.unlink(missing_ok=True)
        before = set(self.folder.iterdir())
        output = [] if "--check" in self.arguments else ["-o", self.output]
        done = run(self.program, *output, *self.arguments, cwd=self.folder,
                   LD_PRELOAD=self.shim, **env)
        pdf = self.output.read_bytes() if self.output.exists() else None
        left = set(self.folder.iterdir()) - before - {self.output, self.folder / "count"}
        assert not left, f"{left} stays"
        return (done.status, done.out, done.err), pdf

    def allocations(self):
        whole = self.outcome(COUNT_TO=str(self.folder / "count"))
        return whole, int((self.folder / "count").read_text())

    def holds(self, step):
        whole, count = self.allocations()
        assert whole[0][0] == 0 and count > 50, f"status {whole[0][0]}, {count} allocations"
        for n in range(1, count + 1, step):
            result, pdf = self.outcome(FAIL_AT=str(n))
            as_without = (result, pdf) == whole
            assert as_without or (pdf is None and is_refusal(result, whole[0])), (
                f"allocation {n} of {count}: status {result[0]}, "
                f"{'a' if pdf else 'no'} PDF, {result[2][-200:]!r}")


def main():
    program, source, shim = (Path(argument).resolve() for argument in sys.argv[1:4])
    step = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="handout-memory-") as folder:
        for name, clinic in clinics(source).items():
            Path(folder, name).write_text(json.dumps(clinic))
        for name, arguments in scenes(source).items():
            scene = Scene(program, str(shim), Path(folder), arguments)
            tally.run(name, scene.holds, step)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
