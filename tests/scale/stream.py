#!/usr/bin/env python3
"""Many records, one after the other: stream.py HANDOUT SOURCE [COUNT]

Most records hold an article, some a path; every seventh is no record that can be answered with a
handout: broken JSON, no JSON, an unknown field, an article with faults, one of 2 MB, a file that is
not there.  Each must be answered, in order, by number and id, with the PDF that one call makes of
its article; and the last records must take no more memory than the first hundred.
"""

import base64
import json
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import environment

USUAL, ARTICLES = 1000, 40
MEMORY_ROOM = 5 << 10  # KiB
BAD_EVERY = 7

BAD = (
    (b"{", "refused"),
    (b"\xff\xfe no JSON", "refused"),
    (b'{"artcle": {}}', "refused"),
    (b'{"article": {"id": "faulty"}}', "refused"),
    (b'{"article": {"summary": "' + b"x" * (2 << 20) + b'"}}', "refused"),
    (b'{"article": "none.json"}', "error"),
)


class Records:
    """What is asked, and what is to be answered."""

    def __init__(self, program, source, folder, count):
        self.count, self.folder = count, folder
        corpus = folder / "in"
        subprocess.run([sys.executable, source / "tests/bench/corpus.py",
                        source / "data/l-glutamine.json", corpus, str(ARTICLES)], check=True)
        self.clinic = corpus / "clinic.json"
        self.paths = [path.rename(corpus / f"article-{path.name}")  # a PDF tells where names differ
                      for path in sorted(set(corpus.glob("*.json")) - {self.clinic})]
        subprocess.run([program, "-q", "-o", f"{folder}/out/", corpus], check=True,
                       env=environment(folder))
        self.lines = [json.dumps({"article": json.loads(path.read_text(encoding="utf-8"))}).encode()
                      for path in self.paths]
        self.ids = [path.stem for path in self.paths]
        self.pdfs = [base64.b64encode((folder / f"out/{name}.pdf").read_bytes()).decode()
                     for name in self.ids]

    def bad(self, number):
        """What is wrong with a record, and its answer; None: nothing"""
        return BAD[number // BAD_EVERY % len(BAD)] if number % BAD_EVERY == 0 else None

    def line(self, number):
        if self.bad(number):
            return self.bad(number)[0]
        one = number % ARTICLES
        return json.dumps({"article": str(self.paths[one])}).encode() if number % 10 == 5 \
            else self.lines[one]

    def check(self, number, answer):
        assert answer["number"] == number, (number, answer["number"])
        if self.bad(number):
            assert answer["status"] == self.bad(number)[1] and answer["diagnostics"], answer
            assert "pdf" not in answer, number
            return
        assert answer["status"] == "written", answer
        one = number % ARTICLES
        assert (answer["id"], answer["pdf"]) == (self.ids[one], self.pdfs[one]), number


def feed(process, records):
    for number in range(1, records.count + 1):
        process.stdin.write(records.line(number) + b"\n")
    process.stdin.flush()


def taken(process):
    """The most memory that it has taken so far, in KiB."""
    return int(re.search(r"VmHWM:\s+(\d+)",
                         Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8"))[1])


def answer_all(program, records):
    """@return the memory after a hundred records, and at the end"""
    memory = []
    with subprocess.Popen([program, "--stream", "-c", records.clinic], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, env=environment(records.folder),
                          cwd=records.folder) as process:
        feeder = threading.Thread(target=feed, args=(process, records))
        feeder.start()
        for number in range(1, records.count + 1):
            records.check(number, json.loads(process.stdout.readline()))
            if number in (100, records.count):
                memory.append(taken(process))
        feeder.join()
        process.stdin.close()  # not before: a process that has ended has no memory to be asked for
        assert process.stdout.read() == b""
    assert process.returncode == 0, process.returncode
    return memory


def close_early(program, records):
    """The reader goes away after one answer: nothing is said, and the status is 3."""
    with subprocess.Popen([program, "--stream", "-c", records.clinic], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
                          env=environment(records.folder), cwd=records.folder) as process:
        process.stdin.write(records.line(1) + b"\n")
        records.check(1, json.loads(process.stdout.readline()))
        process.stdout.close()
        try:
            for line in records.lines * 3:
                process.stdin.write(line + b"\n")
        except BrokenPipeError:
            pass
        process.stdin.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (3, b""), (process.returncode, said)


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else USUAL
    with tempfile.TemporaryDirectory(prefix="handout-stream-") as name:
        records = Records(program, source, Path(name), count)
        first, last = answer_all(program, records)
        assert last <= first + MEMORY_ROOM, f"{last} KiB, and {first} for a hundred"
        close_early(program, records)
    print(f"{count} records answered in order, {last} KiB ({first} for a hundred)")


if __name__ == "__main__":
    main()
