"""Many articles in one call: workers, lists of names, folders, and what is said at the end."""

import json
import os
import random
import re
import resource
import shutil
import signal
import time

from cases import A, B, article, clinic
from hostile import FONT, LOGO, shipped, with_logo
from situations import (expect, expect_whole, on_terminal, open_terminal, read_to_end,
                        signal_until_over, situation, wait_for)

MEBIBYTE = 1 << 20


def put_many(place, folder="in"):
    """Thirty articles, among them some with faults, one too long, and two of one id."""
    for i in range(30):
        fields = {}
        if i % 10 == 3:
            fields["title"] = None
        if i == 17:
            fields["summary"] = "This is far too long for a page. " * 120
        if i == 21:
            fields["references"] = []
        place.put(f"{folder}/{i:02}.json", article("twice" if i in (5, 26) else f"id-{i}", **fields))
    place.put(f"{folder}/clinic.json", place.read("clinic.json"))
    place.put(f"{folder}/broken.json", b"{")
    place.put(f"{folder}/notes.txt", b"no article")
    place.put(f"{folder}/article.schema.json", b"{}")


def made(place, folder):
    return {name: place.read(f"{folder}/{name}") for name in sorted(os.listdir(place.path(folder)))}


def children(process):
    with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="utf-8") as listed:
        return [int(pid) for pid in listed.read().split()]


def temporary(place):
    return [name for name in os.listdir(place.folder) if name.startswith(".handout")]


# ---- Workers ----

@situation("the clinic file among several articles is left out, with a note")
def _(place):
    skipped = r"clinic\.json: note: .* \[clinic-skipped\]\n"
    expect(place.run("a.json", "b.json", "clinic.json"), 0, rf"\A{skipped}alpha\.pdf: 1 page")
    expect(place.run("clinic.json", "a.json", "b.json"), 0, rf"\A{skipped}alpha\.pdf: 1 page")
    expect(place.run("-q", "a.json", "clinic.json"), 0, r"\A\Z")
    place.put("ours.json", place.read("clinic.json"))
    expect(place.run("-j2", "-c", "ours.json", "a.json", "ours.json", "b.json"), 0,
           r"\Aours\.json: note: .* \[clinic-skipped\]\nalpha\.pdf: .*\nbeta\.pdf: .*\n\Z")
    # Without an article it is asked for, and wrong.
    expect(place.run("clinic.json"), 1, r"\Aclinic\.json:\d+:\d+: error: .* \[wrong-file\]")


@situation("-j: whatever the number of workers, the same files and the same words")
def _(place):
    put_many(place)
    alone = place.run("-o", "out/", "in")
    expect(alone, 1, r"\[output-collision\](.|\n)*in/26.json: no handout written\n")
    files = made(place, "out")
    assert len(files) == 25 and "twice.pdf" in files, sorted(files)
    for jobs in ("2", "7", "256"):
        os.rename(place.path("out"), place.path(f"before {jobs}"))
        result = place.run("-j", jobs, "-o", "out/", "in")
        assert (result.returncode, result.stderr) == (1, alone.stderr), result.stderr
        assert made(place, "out") == files
    for more in (["--check"], ["--diagnostics=json"], ["--diagnostics=sarif"], ["--dump=sheet"]):
        runs = [place.run("-j", jobs, *more, "in") for jobs in ("1", "3")]
        assert runs[0].stdout == runs[1].stdout and runs[0].stderr == runs[1].stderr, more


@situation("-j: a clinic file that is missing, or a pipe, gives the same words as with one process")
def _(place):
    put_many(place)
    piped = dict(shell='exec "$0" "$@" -c /dev/fd/3 3<&0', stdin=place.read("clinic.json"))
    for arguments, more, told in ((["-c", "none.json"], {}, 31), ([], piped, 0)):
        runs = [place.run("-j", jobs, "-o", f"out {jobs}/", *arguments, "in", **more)
                for jobs in ("1", "4")]
        said = [result.stderr.replace(b"out 4/", b"out 1/") for result in runs]
        assert said[0] == said[1] and runs[0].returncode == runs[1].returncode, said
        assert said[0].count(b"[cannot-read]") == told and b"[empty-file]" not in said[0], said[0]


@situation("-j: a worker that is killed costs what it had in hand, which is said")
def _(place):
    for name in ("a", "c", "d"):
        place.put(f"{name}.json", article(f"id-{name}"))
    os.mkfifo(place.path("pipe"))
    process = place.start("-j", "2", "a.json", "pipe", "c.json", "d.json")
    wait_for(os.path.exists, place.path("id-a.pdf"))
    wait_for(temporary, place)  # c waits for its turn
    for pid in children(process):
        os.kill(pid, signal.SIGKILL)
    _, err = process.communicate(timeout=60)
    text = err.decode()
    assert process.returncode == 3, process.returncode
    assert text.count("[worker-lost]") == 2, text
    for name in ("pipe", "c.json"):
        assert f"{name}: no handout written\n" in text, text
    expect_whole(place.path("id-d.pdf"))
    assert not temporary(place) and not os.path.exists(place.path("id-c.pdf"))
    place.slugs_seen.add("worker-lost")


def lets_go(place):
    """Who waits for the FIFO by now goes on; one may come to it later.  @return true"""
    os.close(os.open(place.path("pipe"), os.O_RDWR))
    return True


@situation("-j: Ctrl-C, and a signal to one process alone, leave whole files only")
def _(place):
    put_many(place)
    os.mkfifo(place.path("pipe"))
    for send in (lambda p: os.killpg(p.pid, signal.SIGINT), lambda p: p.send_signal(signal.SIGINT)):
        process = place.start("-j", "3", "in/00.json", "pipe", "in/01.json", "in/02.json",
                              start_new_session=True)
        wait_for(temporary, place)
        workers = children(process)
        send(process)
        assert process.wait(60) == -signal.SIGINT, process.returncode
        wait_for(lambda: lets_go(place) and not any(map(runs, workers)))
        process.communicate(timeout=60)
        assert not temporary(place), temporary(place)
        for name in os.listdir(place.folder):
            if name.endswith(".pdf"):
                expect_whole(place.path(name))


@situation("Ctrl-C: the sum of what was made, and nothing else stays")
def _(place):
    put_many(place)
    os.mkfifo(place.path("pipe"))
    for jobs, number, send in (("1", signal.SIGINT, os.kill), ("3", signal.SIGINT, os.killpg),
                               ("3", signal.SIGTERM, os.killpg), ("3", signal.SIGTERM, os.kill)):
        process = place.start("-j", jobs, "-q", "--summary=json", "in/00.json", "in/01.json", "pipe",
                              "in/02.json", "in/04.json", start_new_session=True)
        wait_for(os.path.exists, place.path("id-1.pdf"))
        if jobs == "3":
            wait_for(temporary, place)  # in/02 waits for its turn
            send(process.pid, number)
            out, err = process.communicate(timeout=60)  # no worker waits for the pipe
            found = json.loads(out)
            assert (found["good"], found["not_made"], found["need_a_person"], err) == \
                (2, 3, [], b""), (found, err)
        signal_until_over(process, number)  # it waits for an article, which the second one ends
        assert process.wait(60) == -number, process.returncode
        process.communicate(timeout=60)
        assert not temporary(place), temporary(place)
        assert sorted(name for name in os.listdir(place.folder) if name.endswith(".pdf")) == \
            ["id-0.pdf", "id-1.pdf"]
        os.remove(place.path("id-0.pdf"))
        os.remove(place.path("id-1.pdf"))


@situation("-j: no room left: each handout is named once, and no temporary file stays")
def _(place):
    put_many(place)
    place.run("-q", "-o", "out/", "in")
    sizes = sorted(len(pdf) for pdf in made(place, "out").values())
    limits = sizes[len(sizes) // 2], sizes[len(sizes) // 2]
    shutil.rmtree(place.path("out"))
    results = [place.run("-q", "-j", jobs, "--summary=json", "-o", "out/", "in",
                         preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))
               for jobs in ("1", "4")]
    assert results[0].returncode == results[1].returncode == 3, results
    assert results[0].stderr == results[1].stderr, results
    found = json.loads(results[1].stdout)
    assert found["good"] and found["failed"], found
    named = results[1].stderr.decode().count("[cannot-write]")
    assert named == found["failed"] and named + found["good"] == 25, (named, found)
    assert len(os.listdir(place.path("out"))) == found["good"], os.listdir(place.path("out"))


def runs(pid):
    """Whether the process is there, and no zombie."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


@situation("-j is a number from 1 to 256")
def _(place):
    for value in ("0", "257", "-1", "two", "", "99999999999999999999"):
        expect(place.run(f"--jobs={value}", "a.json"), 2, r"from 1 to 256 \[bad-value\]")


# ---- Lists and folders ----

@situation("--files-from: lines, lines of Windows, or NULs; from a pipe too")
def _(place):
    place.put("with a space.json", article("space"))
    names = [b"with a space.json", b"b.json"]
    for text in (b"\n".join(names), b"\r\n".join([*names, b""]), b"\0".join(names) + b"\0",
                 b"\n\nwith a space.json\n\nb.json\n"):
        place.put("list", text)
        for arguments, stdin in (["--files-from=list"], b""), (["--files-from", "-"], text):
            result = place.run(*arguments, "a.json", stdin=stdin)
            expect(result, 0, r"\Aalpha.pdf: .*\nspace.pdf: .*\nbeta.pdf: .*\n\Z")
    expect(place.run("--files-from=none"), 3, r"none: error: .*\[cannot-read\]")
    expect(place.run("--files-from=-", stdin=b"\n"), 2, r"\[no-article\]")
    for arguments, stdin in (["--files-from=-", "-"], b"x"), (["--files-from=-"], b"-\n"), \
            (["--files-from=hyphen", "-"], A):
        place.put("hyphen", b"-\n")
        expect(place.run(*arguments, stdin=stdin), 2, r"\[stdin-twice\]")
    expect(place.run("--files-from=list", "-o", "one.pdf"), 2, r"\[one-output\]")


@situation("a folder stands for its articles; without any it is no article")
def _(place):
    put_many(place)
    result = place.run("--summary=json", "-q", "-o", "out/", "in/")
    found = json.loads(result.stdout)
    assert found["articles"] == 31, found
    os.mkdir(place.path("empty"))
    expect(place.run("empty"), 3, r"empty: error: .*\[is-a-folder\]")


# ---- What is there already ----

@situation("--skip-unchanged: a PDF of the same files stays, any other is made anew")
def _(place):
    logo = shipped(place, LOGO)
    with_logo(place, "logo.png")
    place.put("logo.png", logo)
    place.put("a.json", article("id-a"))
    old = 1_000_000_000

    def age():
        os.utime(place.path("id-a.pdf"), (old, old))

    def stays(*more, **env):
        result = place.run("--skip-unchanged", *more, "a.json", **env)
        assert result.returncode == 0, result.stderr
        return os.stat(place.path("id-a.pdf")).st_mtime == old

    assert not place.run("--skip-unchanged", "a.json").returncode
    age()
    first = place.read("id-a.pdf")
    expect(place.run("--skip-unchanged", "--summary=text", "a.json"), 0,
           r"\Aid-a.pdf: unchanged\n1 of 1 are good, .*, 1 unchanged; .*\n\Z")
    result = place.run("--skip-unchanged", "--diagnostics=json", "a.json")
    said = json.loads(result.stderr)
    assert (said["written"], said["unchanged"], said["file"]) == (False, True, "id-a.pdf"), said
    # What changes no byte changes nothing.
    assert stays("--strict") and stays("--paper=letter") and stays("--min-body=10") \
        and stays("--date=2020-01-01")
    for change in (["--paper=a4"], ["--large-print"], ["--no-letterhead"], ["--fillable"],
                   ["--min-body=11"], ["--attach-source"], ["--no-clinic"]):
        assert not stays(*change), change
        age()
        assert stays(*change), change
        assert not place.run("a.json").returncode and place.read("id-a.pdf") == first
        age()
    for name, content in (("a.json", article("id-a", summary="Another summary of it.")),
                          ("clinic.json", clinic(phone="555-0177")),
                          ("logo.png", logo + b"more")):
        before = place.read(name)
        place.put(name, content)
        assert not stays(), name
        place.put(name, before)
        assert not stays(), name
        assert place.read("id-a.pdf") == first
        age()
    # A PDF that was cut off, or that another program has changed.
    for spoilt in (first[:-100], first[:-20], first.replace(b"> <", b"> <0", 1), b"", b"%PDF-1.7\n"):
        place.put("id-a.pdf", spoilt)
        assert not stays() and place.read("id-a.pdf") == first
    for other in ("--check", "--dump=page", "--format=svg", "--output=-"):
        expect(place.run("--skip-unchanged", other, "a.json"), 2, r"\[contradiction\]")


@situation("--skip-unchanged: a PDF of many megabytes stays too")
def _(place):
    place.put("font.ttf", shipped(place, FONT) + random.Random(1).randbytes(5 * MEBIBYTE))
    place.put("clinic.json", clinic(fonts={"regular": "font.ttf"}))
    place.put("b.json", A)
    expect(place.run("-q", "--attach-source", "a.json"), 0)
    assert os.path.getsize(place.path("alpha.pdf")) > 5 * MEBIBYTE
    expect(place.run("--attach-source", "--skip-unchanged", "a.json"), 0,
           r"\Aalpha.pdf: unchanged\n\Z")
    expect(place.run("b.json"), 0, r"\[other-article\]")


@situation("--skip-unchanged in many: only what changed is made, whatever the number of workers")
def _(place):
    put_many(place)
    first = place.run("-q", "-o", "out/", "in")
    place.put("in/08.json", article("id-8", summary="Another summary of it."))
    for jobs, unchanged in (("1", 24), ("3", 25)):
        result = place.run("-q", "-j", jobs, "--skip-unchanged", "--summary=json", "-o", "out/", "in")
        found = json.loads(result.stdout)
        assert (found["good"], found["unchanged"]) == (25, unchanged), found
        assert result.stderr.count(b"[output-collision]") == 1, result.stderr
        assert result.returncode == first.returncode


# ---- The sum ----

@situation("--summary: what became of all, as text and for machines")
def _(place):
    put_many(place)
    result = place.run("-j", "2", "--summary=json", "-o", "out/", "in", "none.json")
    found = json.loads(result.stdout)
    assert [found[key] for key in ("type", "articles", "good", "warned", "refused", "failed")] == \
        ["summary", 32, 25, 1, 6, 1], found
    assert found["need_a_person"] == [*(f"in/{i}.json" for i in ("03", "13", "17", "23", "26")),
                                      "in/broken.json", "none.json"], found
    result = place.run("--summary=text", "-q", "-o", "out/", "in", "none.json")
    expect(result, 3, r"25 of 32 are good, 1 of them with warnings; 6 refused, 1 failed\n"
                      r"these need a person: in/03.json, .*, none.json\n\Z")
    result = place.run("--summary=text", "--diagnostics=json", "-o", "out/", "in", "none.json")
    *_, last = map(json.loads, result.stderr.splitlines())
    assert last == found and not result.stdout, last
    expect(place.run("--summary=json", "-o", "-", "a.json"), 2, r"\[contradiction\]")
    expect(place.run("--summary=json", "--dump=json", "a.json"), 2, r"\[contradiction\]")


@situation("progress on a terminal, from ten articles on, and never elsewhere")
def _(place):
    put_many(place)
    status, got = on_terminal(place, ["-o", "out/", "in"], "stderr")
    assert status == 1 and "25 of 31 are good" in got, got
    status, got = on_terminal(place, ["a.json", "b.json"], "stderr")
    assert status == 0 and "\r" not in got and "good" not in got, got
    status, got = on_terminal(place, ["-q", "-o", "out/", "in"], "stderr")
    assert "\r" not in got and "good" not in got, got
    assert b"\r" not in place.run("-o", "out/", "in").stderr


@situation("-j: the line of progress is taken away before a worker speaks")
def _(place):
    put_many(place)
    for name in ("first", "second"):
        os.mkfifo(place.path(name))
    master, slave = open_terminal()
    process = place.start("-j", "2", "-o", "out/", "first", "second", "in", stderr=slave)
    os.close(slave)
    writers = [open(place.path(name), "wb") for name in ("first", "second")]
    time.sleep(1.1)  # the line is shown once a second
    got = b""
    for writer in writers:
        writer.write(A if writer is writers[0] else B)
        writer.close()
        while b"need a person" not in got:
            got += os.read(master, 4096)
    got += read_to_end(master)
    process.communicate()
    shown = [part for part in re.split(rb"\r\x1b\[K|\r?\n", got) if b"a second" in part]
    assert shown and all(part.endswith(b"need a person") for part in shown), shown
