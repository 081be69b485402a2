#!/usr/bin/env python3
"""A compiler reads each file that a build would compile, and writes nothing: read.py BUILD_FOLDER

The folder was configured with CMAKE_EXPORT_COMPILE_COMMANDS; files that are made by the build, of
fonts and words, are left out.
"""

import json
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.tally import Tally


def read(entry):
    """@return what the compiler says, and whether it is content."""
    words = shlex.split(entry["command"])
    output = words.index("-o")
    words[output:output + 2] = ["-fsyntax-only"]
    done = subprocess.run(words, cwd=entry["directory"], capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stderr


def main():
    build = Path(sys.argv[1])
    entries = json.loads((build / "compile_commands.json").read_text())
    files = {entry["file"]: entry for entry in reversed(entries) if Path(entry["file"]).exists()}
    tally = Tally()

    def content(answer):
        assert answer[0], answer[1]

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for file, answer in zip(files, pool.map(read, files.values())):
            tally.run(file, content, answer)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
