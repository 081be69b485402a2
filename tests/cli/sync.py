#!/usr/bin/env python3
"""A PDF is on the disk, whole, before it takes its name: sync.py PROGRAM

PROGRAM is handout with a fsync(), a rename() and an opendir() that keep a diary, and with a slow
fork() (sync.c).
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import run
from support.tally import Tally, expect_equal


ARTICLE = Path(__file__).resolve().parents[1] / "golden/minimal.json"


class Place:
    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)
        self.log, self.pdf = self.folder / "diary", self.folder / "a.pdf"
        shutil.copy(ARTICLE, self.folder / "a.json")

    def print(self, *more, **env):
        """@return the result and the diary."""
        result = run(self.program, "--no-clinic", "-q", *more, "a.json", cwd=self.folder,
                     SYNC_LOG=str(self.log), **env)
        return result, [line for line in self.diary() if not line.startswith("opendir ")]

    def diary(self):
        return self.log.read_text().splitlines() if self.log.exists() else []

    def expect_only(self, *names):
        expect_equal(sorted(path.name for path in self.folder.iterdir()),
                     sorted(("a.json", "diary", *names)), "what is in the folder")


def syncs_then_renames(place):
    result, diary = place.print("-o", "a.pdf")
    expect_equal(result.status, 0, f"the status ({result.err})")
    expect_equal(diary, [f"sync {place.pdf.stat().st_size}", f"rename {place.pdf}"], "the diary")
    place.expect_only("a.pdf")


def syncs_what_replaces(place):
    place.pdf.write_bytes(b"old")
    syncs_then_renames(place)


def keeps_the_old_one_if_the_disk_fails(place):
    place.pdf.write_bytes(b"old")
    result, diary = place.print("-o", "a.pdf", SYNC_FAILS=str(errno.EIO))
    expect_equal((result.status, result.slugs()[-1:]), (3, ["cannot-write"]), "the outcome")
    expect_equal([line.split()[0] for line in diary], ["sync"], "the diary")
    expect_equal(place.pdf.read_bytes(), b"old", "the old PDF")
    place.expect_only("a.pdf")


def tries_again_after_a_signal(place):
    result, diary = place.print("-o", "a.pdf", SYNC_FAILS=str(errno.EINTR))
    expect_equal(result.status, 0, f"the status ({result.err})")
    expect_equal([line.split()[0] for line in diary], ["sync", "sync", "rename"], "the diary")


def does_without_where_files_cannot_sync(place):
    result, diary = place.print("-o", "a.pdf", SYNC_FAILS=str(errno.EINVAL))
    expect_equal(result.status, 0, f"the status ({result.err})")
    expect_equal([line.split()[0] for line in diary], ["sync", "rename"], "the diary")


def syncs_no_pipe(place):
    result, diary = place.print("-o", "-")
    expect_equal((result.status, result.out[:5], diary), (0, b"%PDF-", []), "the outcome")


def looks_through_each_folder_once(place):
    """Or a thousand articles for two clinics would look at a thousand PDFs two thousand times."""
    (place.folder / "clinics").mkdir()
    for name in ("north", "south"):
        (place.folder / "clinics" / f"{name}.json").write_text('{"name": "Hill", "phone": "1"}')
    for name in ("b", "c"):
        shutil.copy(ARTICLE, place.folder / f"{name}.json")
    result = run(place.program, "-q", "-c", "clinics", "-o", "out/", "a.json", "b.json", "c.json",
                 cwd=place.folder, SYNC_LOG=str(place.log))
    expect_equal(result.status, 0, f"the status ({result.err})")
    looked = [line for line in place.diary() if line.startswith(f"opendir {place.folder}/out/")]
    expect_equal(sorted(looked), [f"opendir {place.folder}/out/{name}/" for name in
                                  ("north", "south")], "the folders that were looked through")


def ends_a_worker_that_has_not_begun(place):
    """Whatever ends a group sends one signal to all, and the program the same one to its workers."""
    os.mkfifo(place.folder / "pipe")
    for number in (signal.SIGTERM, signal.SIGINT):
        with subprocess.Popen(
                [place.program, "--no-clinic", "-j", "2", "--summary=text", "pipe", "a.json"],
                cwd=place.folder, start_new_session=True, stderr=subprocess.PIPE,
                env={"SYNC_LOG": str(place.log), "SYNC_SLOW": "1"}) as process:
            time.sleep(0.15)
            os.killpg(process.pid, number)
            try:
                process.communicate(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
        expect_equal(process.returncode, -number, "how it ended")


TESTS = [syncs_then_renames, syncs_what_replaces, keeps_the_old_one_if_the_disk_fails,
         tries_again_after_a_signal, does_without_where_files_cannot_sync, syncs_no_pipe,
         looks_through_each_folder_once, ends_a_worker_that_has_not_begun]


def main():
    program, tally = Path(sys.argv[1]).resolve(), Tally()
    for test in TESTS:
        with tempfile.TemporaryDirectory(prefix="handout-sync-") as folder:
            tally.run(test.__name__.replace("_", " "), test, Place(program, folder))
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
