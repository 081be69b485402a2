#!/usr/bin/env python3
"""A bad day with many articles: trial.py PROGRAM SOURCE [COUNT]

PROGRAM is handout with a disk that can be full (cli/sync.c).  Of COUNT articles some are faulty in
ten ways, some do not fit, some share an id; one is removed on the way; of the two workers one is
killed; and the disk fills up.  Every other handout must be whole, the same bytes as those of one
process on a good day; each of these articles must be named, once; no temporary file may stay; and
the call must not take more memory than one for a hundred articles.
"""

import collections
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import environment

USUAL = 300
MEMORY_ROOM = 5 << 10  # KiB: what the call may take more than one for a hundred
WORKERS = 2
MOMENT = 0.01

# Ten ways: what is said first, and how an article's text gets there.
FAULTS = {
    "syntax": lambda text: text.rstrip()[:-1],
    "missing-field": lambda text: text.replace('"title"', '"subtitle"', 1),
    "wrong-type": lambda text: re.sub(r'"title": "[^"]*"', '"title": 7', text, count=1),
    "unknown-field": lambda text: text.replace('"summary"', '"sumary"', 1),
    "duplicate-field": lambda text: text.replace("{", '{"id": "x",', 1),
    "encoding": lambda text: text.encode().replace(b"glutam", b"glu\xffam", 1),
    "empty": lambda text: "",
    "too-large": lambda text: text + " " * (1 << 20),
    "list": lambda text: f"[{text}]",
    "folder": None,
}


class Day:
    """The articles, and what is expected of each."""

    def __init__(self, source, folder, count):
        self.folder, self.count = folder, count
        self.articles, self.out = folder / "in", folder / "out"
        subprocess.run([sys.executable, source / "tests/bench/corpus.py",
                        source / "data/l-glutamine.json", self.articles, str(count)], check=True)
        self.killed, self.removed, self.full = count * 3 // 10, count * 45 // 100, count * 6 // 10
        self.bad = {self.killed: "worker-lost", self.removed: "cannot-read"}
        self.shared = []
        self.spoil_all()

    def path(self, number):
        return self.articles / f"{number:05}.json"

    def spread(self, many, first):
        """So many numbers of good articles, all over the first half and behind it."""
        step = self.count // (many + 1)
        found = []
        for i in range(many):
            number = first + i * step
            while number in self.bad or number in self.shared or number == self.full:
                number += 1
            found.append(number)
        return found

    def change(self, number, **fields):
        article = json.loads(self.path(number).read_text(encoding="utf-8"))
        self.path(number).write_text(json.dumps({**article, **fields}), encoding="utf-8")

    def spoil_all(self):
        for i, number in enumerate(self.spread(max(10, self.count // 100), 1)):
            slug = list(FAULTS)[i % len(FAULTS)]
            self.spoil(number, slug)
            self.bad[number] = slug
        for number in self.spread(max(3, self.count // 200), 2):
            self.change(number, summary="This is far too long for a page. " * 120)
            self.bad[number] = "does-not-fit"
        self.shared = self.spread(max(4, self.count // 500), 3)
        for number in self.shared:
            self.change(number, id="shared")
            self.bad[number] = "output-collision"
        del self.bad[self.shared[0]]  # the first one is written

    def spoil(self, number, slug):
        path, text = self.path(number), self.path(number).read_text(encoding="utf-8")
        if slug == "folder":
            path.unlink()
            path.mkdir()
            return
        spoilt = FAULTS[slug](text)
        path.write_bytes(spoilt if isinstance(spoilt, bytes) else spoilt.encode())

    def id(self, number):
        return "shared" if number in self.shared else f"article-{number:05}"


# ---- Running ----

def command(program, *arguments):
    return [program, "--diagnostics=gcc", *map(str, arguments)]


def taken(process):
    """The most memory that it or one of its workers has taken so far, in KiB."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return max(int(re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())[1])
               for pid in (process.pid, *children))


def fill(fifo_end, text):
    os.set_blocking(fifo_end, True)
    os.write(fifo_end, text)
    os.close(fifo_end)


def hundred(program, day):
    """The memory of a call for a hundred good articles."""
    some = [day.path(n) for n in range(day.count) if n not in day.bad and n != day.full][:100]
    last = day.folder / "last.json"
    os.mkfifo(last)
    with subprocess.Popen(command(program, "-q", "-j", WORKERS, "-c", day.articles / "clinic.json",
                                  "-o", f"{day.folder}/hundred/", *some[:-1], last),
                          env=environment(day.folder, SYNC_LOG="/dev/null")) as process:
        _, end = reader_of(process, last)
        memory = taken(process)
        fill(end, some[-1].read_bytes())
    assert process.returncode == 0, process.returncode
    return memory


def good_day(program, day):
    """The same articles in one process that nothing happens to. @return {id: bytes}"""
    good = [day.path(n) for n in range(day.count) if n not in day.bad]
    listed = day.folder / "list"
    listed.write_text("\n".join(map(str, good)), encoding="utf-8")
    subprocess.run(command(program, "-q", "-c", day.articles / "clinic.json", "--files-from", listed,
                           "-o", f"{day.folder}/good/"), check=True,
                   env=environment(day.folder, SYNC_LOG="/dev/null"))


def reader_of(process, fifo):
    """Waits until a worker reads from a FIFO. @return the worker, and our end of it"""
    while True:
        try:
            end = os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
            break
        except OSError:
            assert process.poll() is None, "the call has ended too soon"
            time.sleep(MOMENT)
    while True:
        for link in Path("/proc").glob("[0-9]*/fd/*"):
            try:
                pid = int(link.parts[2])
                if pid not in (os.getpid(), process.pid) and os.readlink(link) == str(fifo):
                    return pid, end
            except OSError:
                continue


def bad_day(program, day):
    """@return status, memory, what was said, and the sum"""
    full = day.folder / "full"
    text = day.path(day.full).read_bytes()
    for number in (day.killed, day.full):
        day.path(number).unlink()
        os.mkfifo(day.path(number))
    with open(day.folder / "said", "wb") as said, open(day.folder / "sum", "wb") as sums:
        process = subprocess.Popen(
            command(program, "-j", WORKERS, "--summary=json", "-o", f"{day.out}/", day.articles),
            stdout=sums, stderr=said,
            env=environment(day.folder, SYNC_LOG="/dev/null", SYNC_FULL=str(full)))
        worker, end = reader_of(process, day.path(day.killed))
        day.path(day.removed).unlink()
        os.kill(worker, signal.SIGKILL)
        os.close(end)
        _, end = reader_of(process, day.path(day.full))
        memory = taken(process)
        full.touch()
        fill(end, text)
    return (process.wait(), memory, (day.folder / "said").read_text(errors="replace"),
            json.loads((day.folder / "sum").read_text()))


# ---- What is expected ----

def check_named(day, said, sums, unwritten):
    """Each that is bad, and none else, is named; what no handout was written for, once."""
    bad = {**day.bad, **{number: "cannot-write" for number in unwritten}}
    expected = [str(day.path(number)) for number in sorted(bad)]
    assert sums["need_a_person"] == expected, set(sums["need_a_person"]) ^ set(expected)
    outcomes = collections.Counter(re.findall(r"(?m)^(.*): no handout written$", said))
    assert outcomes == collections.Counter(expected), outcomes - collections.Counter(expected)
    slugs = collections.defaultdict(list)
    for name, slug in re.findall(r"(?m)^(.*?)(?::\d+:\d+)?: error: .*\[(.*)\]$", said):
        slugs[name].append(slug)
    for number, slug in bad.items():
        name = f"{day.out}/{day.id(number)}.pdf" if slug in ("cannot-write", "output-collision") \
            else str(day.path(number))
        assert slugs[name], f"nothing is said of {name}"
        if slug in ("does-not-fit", "cannot-read", "worker-lost", "cannot-write"):
            assert slugs[name] == [slug], (name, slugs[name])


def check_whole(day, unwritten):
    expected = {f"{day.id(n)}.pdf" for n in range(day.count)
                if n not in day.bad and n not in unwritten}
    found = {path.name for path in day.out.iterdir()}
    assert found == expected, found ^ expected
    for name in expected:
        assert (day.out / name).read_bytes() == (day.folder / "good" / name).read_bytes(), name


def unwritten_of(day, said):
    """Those that the full disk cost: all good ones behind it, but for what was on the disk then."""
    names = re.findall(r"(?m)/article-(\d+)\.pdf: error: cannot be written: No space left", said)
    found = [int(name) for name in names]
    behind = [n for n in range(day.full, day.count) if n not in day.bad]
    missed = set(behind) - set(found)
    assert set(found) <= set(behind) and len(found) == len(set(found)), found
    assert len(missed) < WORKERS and missed <= set(behind[1:WORKERS]), missed
    return set(found)


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else USUAL
    with tempfile.TemporaryDirectory(prefix="handout-trial-") as name:
        day = Day(source, Path(name), count)
        least = hundred(program, day)
        good_day(program, day)
        shutil.rmtree(Path(name) / "hundred")
        status, memory, said, sums = bad_day(program, day)
        assert status == 3, status
        unwritten = unwritten_of(day, said)
        check_named(day, said, sums, unwritten)
        check_whole(day, unwritten)
        assert memory <= least + MEMORY_ROOM, f"{memory} KiB, and {least} for a hundred"
    print(f"{count} articles: {sums['good']} whole, {len(day.bad) + len(unwritten)} named, "
          f"{memory} KiB ({least} for a hundred)")


if __name__ == "__main__":
    main()
