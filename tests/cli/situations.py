"""What a table cannot say: terminals, signals, permissions, limits.

A situation is a function that is called with a Place; it raises AssertionError if all is not well.
"""

import json
import os
import pty
import re
import resource
import signal
import subprocess
import time

from cases import A, OLD, MISSPELT, clinic

SITUATIONS = {}


def situation(name):
    def register(function):
        SITUATIONS[name] = function
        return function
    return register


def expect(result, status, err=""):
    """The status, and a regular expression on standard error ("": it must be empty)."""
    text = result.stderr.decode(errors="surrogateescape")
    assert result.returncode == status, f"status {result.returncode}, not {status}: {text}"
    assert re.search(err or r"\A\Z", text), f"standard error is {text!r}, not {err!r}"


def expect_whole(path):
    with open(path, "rb") as file:
        pdf = file.read()
    assert pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF"), f"{path} is no whole PDF"


# ---- Waiting ----

MOMENT = 0.02  # seconds between two looks
LOOKS = 3000  # for a minute: a program that hangs has failed


def wait_for(what, *arguments):
    """Looks until there is something. @return it"""
    for _ in range(LOOKS):
        found = what(*arguments)
        if found:
            return found
        time.sleep(MOMENT)
    raise AssertionError("it does not come about")


def signal_until_over(process, number):
    """Some signals may be kept: each one ends one thing only."""
    def is_over():
        process.send_signal(number)
        return process.poll() is not None
    wait_for(is_over)


# ---- Terminals ----

class NoTerminal(Exception):
    """The machine has no pseudo-terminal, so what is written to one cannot be seen."""


def open_terminal():
    try:
        return pty.openpty()
    except OSError as fault:
        raise NoTerminal(str(fault)) from fault


def read_to_end(master):
    """What a terminal shows until the last program has closed it."""
    got = b""
    try:
        while part := os.read(master, 4096):
            got += part
    except OSError:  # EIO is how a terminal ends
        pass
    os.close(master)
    return got


def on_terminal(place, args, stream, **env):
    """Runs with one stream on a terminal. @return the exit status and what the terminal got."""
    master, slave = open_terminal()
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, stream: slave}
    process = subprocess.Popen([place.program, *args], cwd=place.folder, env=place.env(**env),
                               stdin=subprocess.DEVNULL, **streams)
    os.close(slave)
    got = read_to_end(master)
    process.communicate()
    return process.returncode, got.replace(b"\r\n", b"\n").decode()


@situation("a PDF is refused on a terminal")
def _(place):
    for output in ("-", "/dev/stdout"):
        status, got = on_terminal(place, ["-o", output, "a.json"], "stdout")
        assert (status, got) == (2, ""), (status, got)
    status, got = on_terminal(place, ["-o", "-"] + ["a.json"], "stderr")
    assert status == 0 and "standard output: 1 page" in got, (status, got)


@situation("a PDF is refused on a terminal that is named")
def _(place):
    master, slave = open_terminal()
    result = place.run("-o", os.ttyname(slave), "a.json")
    os.close(slave)
    os.close(master)
    expect(result, 2, r"\[terminal-output\]")


@situation("a dump is not refused on a terminal")
def _(place):
    status, got = on_terminal(place, ["--dump=article", "a.json"], "stdout")
    assert status == 0 and "alpha" in got, (status, got)


@situation("colour on a terminal, and how to be rid of it")
def _(place):
    place.put("a.json", MISSPELT)
    for args, env, coloured in (
            ([], {}, True), ([], {"NO_COLOR": ""}, True), ([], {"NO_COLOR": "1"}, False),
            ([], {"TERM": "dumb"}, False), (["--color=never"], {}, False),
            (["--diagnostics=json"], {}, False), (["--color=auto"], {"NO_COLOR": "1"}, False)):
        status, got = on_terminal(place, [*args, "a.json"], "stderr", **env)
        assert status == 1 and ("\x1b[1;31m" in got) == coloured, (args, env, got)


# ---- Signals and limits ----

@situation("a signal leaves the old PDF and no temporary file")
def _(place):
    place.put("alpha.pdf", OLD)
    os.mkfifo(place.path("pipe"))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        process = place.start("pipe")
        writer = os.open(place.path("pipe"), os.O_WRONLY)  # waits for the program
        os.write(writer, A[:10])
        process.send_signal(number)
        process.communicate()
        os.close(writer)
        assert process.returncode == -number, process.returncode
    os.remove(place.path("pipe"))
    assert place.read("alpha.pdf") == OLD


@situation("a signal at any moment leaves a whole PDF, old or new")
def _(place):
    began = time.monotonic()
    expect(place.run("-q", "a.json"), 0)
    whole_run = time.monotonic() - began
    ends = set()
    for i in range(60):
        place.put("alpha.pdf", OLD)
        process = place.start("a.json")
        time.sleep(whole_run * i / 40)
        process.send_signal(signal.SIGTERM)
        process.communicate()
        ends.add(process.returncode)
        if place.read("alpha.pdf") != OLD:
            expect_whole(place.path("alpha.pdf"))
        left = [name for name in os.listdir(place.folder) if name.startswith(".handout")]
        assert not left, left
    assert ends == {0, -signal.SIGTERM}, ends


@situation("nohup is respected")
def _(place):
    os.mkfifo(place.path("pipe"))
    process = place.start("pipe", preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    with open(place.path("pipe"), "wb") as writer:
        process.send_signal(signal.SIGHUP)
        writer.write(A)
    process.communicate()
    assert process.returncode == 0, process.returncode


@situation("a reader that goes away ends the program quietly")
def _(place):
    for args in (["-q", "-o-", "a.json"], ["--dump=json", "a.json", "b.json"], ["--help"],
                 ["--check", "-q", "--report", "a.json", "b.json"]):
        reader, writer = os.pipe()
        os.close(reader)
        result = place.run(*args, stdout=writer)
        os.close(writer)
        expect(result, 3)


@situation("nobody reads the messages: the handouts are written all the same")
def _(place):
    reader, writer = os.pipe()
    os.close(reader)
    result = subprocess.run([place.program, "a.json", "b.json"], cwd=place.folder,
                            env=place.env(), stderr=writer, check=False)
    os.close(writer)
    assert result.returncode == 0, result
    expect_whole(place.path("beta.pdf"))


@situation("a PDF that is cut off in the middle is not kept")
def _(place):
    place.put("alpha.pdf", OLD)
    result = place.run("a.json", preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                                       (1000, 1000)))
    expect(result, 3, r"alpha\.pdf: error: cannot be written: File too large \[cannot-write\]")
    assert place.read("alpha.pdf") == OLD
    assert sorted(os.listdir(place.folder)) == sorted([*place.given, "alpha.pdf"])


def is_sanitized(place):
    with open(place.program, "rb") as file:
        return b"__asan_init" in file.read()


def run_without_memory(place, *args):
    """What is said when memory runs out while big.json is read."""
    place.put("big.json", b"[" * (2 << 20))
    if is_sanitized(place):
        options = (os.environ.get("ASAN_OPTIONS", ""), "allocator_may_return_null=1",
                   "max_allocation_size_mb=1", "log_path=sanitizer")
        return place.run(*args, "big.json", ASAN_OPTIONS=":".join(filter(None, options)))
    for limit in range(1 << 17, 1 << 26, 1 << 17):  # from what cannot even be loaded
        limits = limit, limit
        result = place.run(*args, "big.json", preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_DATA, limits))
        if b"out-of-memory" in result.stderr:
            return result
        assert b"too-large" not in result.stderr, "it was enough from the start"
    raise AssertionError("no limit on memory was noticed")


@situation("no memory")
def _(place):
    expect(run_without_memory(place), 3, r"\Ahandout: error: .* \[out-of-memory\]\n\Z")


# ---- Permissions (run.py has given up root's rights, to whom they mean nothing) ----

@situation("a folder that must not be written")
def _(place):
    os.mkdir(place.path("d"))
    place.put("d/alpha.pdf", OLD)
    os.chmod(place.path("d"), 0o555)
    result = place.run("-o", "d", "a.json", "b.json")
    expect(result, 3, r"(?m)^d/alpha\.pdf: error: .*: Permission denied \[cannot-write\]$(.|\n)*"
                      r"^d/beta\.pdf: error: .*: Permission denied \[cannot-write\]$")
    assert os.listdir(place.path("d")) == ["alpha.pdf"] and place.read("d/alpha.pdf") == OLD
    os.chmod(place.path("d"), 0o755)


@situation("a PDF that must not be written")
def _(place):
    place.put("alpha.pdf", OLD)
    os.chmod(place.path("alpha.pdf"), 0o444)
    expect(place.run("a.json"), 3, r"alpha\.pdf: error: .*\[cannot-write\]")
    assert place.read("alpha.pdf") == OLD


@situation("an article and a clinic file that must not be read")
def _(place):
    os.chmod(place.path("a.json"), 0)
    expect(place.run("a.json"), 3, r"a\.json: error: .*denied \[cannot-read\]")
    os.chmod(place.path("clinic.json"), 0)
    expect(place.run("b.json"), 3, r"clinic\.json: error: .*denied \[cannot-read\]")
    for folder in ("articles", "clinics"):
        os.mkdir(place.path(folder), 0)
    expect(place.run("articles"), 3, r"articles: error: .*denied \[cannot-read\]")
    expect(place.run("-c", "clinics", "b.json"), 3, r"clinics: error: .*denied \[cannot-read\]")


# ---- Forms ----

@situation("JSON messages are JSON, whatever the names")
def _(place):
    place.put("a.json", MISSPELT)
    place.put("clinic.json", clinic(accent="#FFFF00"))
    result = place.run("--diagnostics=json", "a.json", "b.json", b'\xff\x1b"\\\n\xc3\xa9.json')
    assert result.returncode == 3, result
    said = [json.loads(line) for line in result.stderr.decode("utf-8").splitlines()]
    assert {message["type"] for message in said} == {"diagnostic", "report"}, said
    first = said[0]
    assert (first["severity"], first["id"], first["file"], first["column"], first["width"]) == (
        "error", "unknown-field", "a.json", 3, 9) and "benefits" in first["hint"], first
    unread = next(message for message in said if message.get("id") == "cannot-read")
    assert unread["file"] == '\ufffd\x1b"\\\n\u00e9.json', unread
    report = next(message for message in said if message.get("written"))
    assert report["file"] == "beta.pdf" and report["paper"] == "Letter" and report["pages"] == 1
    assert 12 <= report["body"] <= 14 and report["fine"] == 10 and report["room"] >= 0, report


@situation("a locale with a decimal comma changes nothing")
def _(place):
    german = dict(LC_ALL="de_DE.UTF-8", **german_locale(place))
    expect(place.run("-qo", "c.pdf", "--min-body=11.5", "a.json"), 0)
    result = place.run("-o", "german.pdf", "--min-body=11.5", "a.json", **german)
    expect(result, 0, r"body 1\d(\.\d+)? pt")
    assert place.read("c.pdf") == place.read("german.pdf")
    expect(place.run("--min-body=11,5", "a.json", **german), 2, r"\[bad-value\]")


def german_locale(place):
    """Variables that make de_DE.UTF-8 available; the system's, else one made for this test."""
    if re.search(rb"(?m)^de_DE\.utf-?8$", subprocess.check_output(["locale", "-a"]), re.I):
        return {}
    made = place.path("..", "de_DE.UTF-8")
    subprocess.run(["localedef", "-i", "de_DE", "-f", "UTF-8", made], check=False,
                   capture_output=True)
    assert os.path.isdir(made), "THIS CASE COULD NOT RUN: it needs the locale de_DE.UTF-8"
    return {"LOCPATH": os.path.dirname(made)}
