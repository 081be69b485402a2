"""What a user starts with: --new, and the shells' completions."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
from urllib.parse import quote

from cases import CLINIC, OLD, Link, article
from manuals import table
from situations import expect, situation
from support.schema import left_out

HOME_CLINIC = "home/.config/handout/clinic.json"
STARTED = r"\A%s: written; .*\n%sclinic\.json: written; .*\n\Z"

# Fields that name other files, which --new does not make; those that say yes or no,
# or name an order, which few clinics need; those that would keep a page from being in the language
# of its article; and an id, which would be copied along.
NOT_IN_TEMPLATES = {"article": ["id", "picture"],
                    "clinic": ["fonts", "labels", "language", "logo", "logo_alt",
                               "my_questions", "order", "plan", "plan_times"]}
UNFILLED = r"\A\S+\.json:3:12: warning: .* \[template-text\](.|\n)*clinic\.json:2:11: warning: .*"


def template(place, name):
    with open(os.path.join(place.source, "data/new", name), "rb") as file:
        return file.read()


def without_schema(text):
    return re.sub(rb'  "\$schema": ".*",\n', b"", text)


def bare(place):
    """Without the usual files."""
    for name in ("a.json", "b.json", "clinic.json"):
        os.remove(place.path(name))


# ---- --new ----

@situation("--new: a page from the beginning, on every paper, that says that it is not filled in")
def _(place):
    bare(place)
    expect(place.run("--new", "turmeric"), 0, STARTED % (r"turmeric\.json", ""))
    assert set(place.files()) == {"turmeric.json", "clinic.json"}
    for paper in ("letter", "a4"):
        expect(place.run("--paper", paper, "turmeric.json"), 0, UNFILLED +
               r"\[template-text\]\n(.*\n)*turmeric\.pdf: 1 page, \w+, body 1[234](\.\d+)? pt, .*\n\Z")
    expect(place.run("--strict", "turmeric.json"), 1, r": error: .*\[template-text\]")
    expect(place.run("--check", "turmeric.json"), 1, r"\nturmeric\.json: 2 errors, 2 warnings\n\Z")


@situation("--new: names the schemas where they are installed, from wherever it was called")
def _(place):
    bare(place)
    share = "an app/share/handout/"
    os.makedirs(place.path("an app/bin"))
    shutil.copy(place.program, place.path("an app/bin/handout"))
    for name in ("article", "clinic"):
        place.put(f"{share}{name}.schema.json", b"{}")
    os.symlink(place.path("an app/bin/handout"), place.path("link"))
    os.mkdir(place.path("d"))
    place.program = place.path("link")
    expect(place.run("-q", "--new", "d/zinc"), 0)
    for name, file in (("article", "d/zinc.json"), ("clinic", "d/clinic.json")):
        address = json.loads(place.read(file))["$schema"]
        assert address == "file://" + quote(place.path(f"{share}{name}.schema.json")), address
    expect(place.run("-q", "-o", "/dev/null", "d/zinc.json"), 0, UNFILLED.replace(":3:", ":4:")
           .replace(":2:", ":3:"))


@situation("--new: what is filled in is no template's any more")
def _(place):
    bare(place)
    expect(place.run("-q", "--new", "turmeric"), 0)
    place.put("turmeric.json", article("turmeric"))
    place.put("clinic.json", CLINIC)
    expect(place.run("turmeric.json"), 0, r"\Aturmeric\.pdf: 1 page")


@situation("--new: the templates are valid as they are, and have every field")
def _(place):
    for name in ("article", "clinic"):
        given = json.loads(template(place, name + ".json"))
        assert left_out(name, given) == NOT_IN_TEMPLATES[name], left_out(name, given)
        place.put(name + ".json", template(place, name + ".json"))
    for part, keys in (("dosage", "amount how steps"), ("source", "title url updated"),
                       ("reviewed", "by on next")):
        article = json.loads(place.read("article.json"))
        assert set(article[part]) == set(keys.split()), part
    expect(place.run("--date=2025-01-31", "article.json"), 0, "article.pdf: 1 page")


@situation("--new: names, ids and days")
def _(place):
    bare(place)
    place.put("d/", None)
    for given, name, id in (
            ("zinc", "zinc.json", "zinc"), ("iron.json", "iron.json", "iron"),
            ("d/Vitamin D", "d/Vitamin D.json", "vitamin-d"), ("a.b", "a.b.json", "a-b"),
            ("Eisenpräparat", "Eisenpräparat.json", "eisenpr-parat"), ("!", "!.json", "handout"),
            ("json", "json.json", "json"), ("x.json.json", "x.json.json", "x-json")):
        expect(place.run("-q", "--date=2024-02-29", "--new", given), 0)
        article = json.loads(place.read(name))
        assert "id" not in article, article["id"]
        assert article["source"]["updated"] == article["reviewed"]["on"] == "2024-02-29"
        assert article["reviewed"]["next"] == "2025-02-28"
        expect(place.run("-o", "made/", "--date=2024-02-29", name), 0,
               rf"\nmade/{id}\.pdf: 1 page")
    for today, later in (("1999-12-31", "2000-12-31"), ("9999-12-31", "9999-12-31"),
                         ("2023-02-28", "2024-02-28")):
        expect(place.run("-q", "--date", today, "--new", today), 0)
        assert json.loads(place.read(today + ".json"))["reviewed"]["next"] == later
    assert place.read("clinic.json") == without_schema(template(place, "clinic.json"))


@situation("a file that Windows could not store is told of: its name is a device there")
def _(place):
    place.put("d/", None)
    note = r"%s: note: Windows has no files of this name \[reserved-name\]\n  hint: "
    for name in ("con", "d/NUL.json", "com1.2025", "Lpt9"):
        path = name if name.endswith(".json") else name + ".json"
        expect(place.run("--new", name), 0, note % re.escape(path))
    for name in ("console", "com0", "com", "a.con", "com10", "nul-2"):
        result = place.run("--new", name)
        assert result.returncode == 0 and b"Windows" not in result.stderr, result
    place.put("post.md", b"# Aux\n\nIt may help you sleep.\n")
    expect(place.run("--import", "post.md"), 0, note % r"aux\.json")
    for args, path in ((["-o", "d/con.pdf"], r"d/con\.pdf"), (["-o", "Com1.pdf"], r"Com1\.pdf"),
                       (["--format=svg", "-o", "prn.svg"], r"prn\.svg")):
        expect(place.run(*args, "a.json"), 0, note % path)
    result = place.run("-o", "icon.pdf", "a.json")
    assert result.returncode == 0 and b"Windows" not in result.stderr, result


@situation("--new: calls that are refused, before anything is written")
def _(place):
    before = place.files()
    for args, slug in (
            *((["--new", name], "bad-value") for name in
              ("", "d/", ".", "..", ".json", "d/.json", "-", "clinic", "clinic.json", "./clinic")),
            (["--new"], "missing-value"), (["--new", "x", "a.json"], "unwanted-article"),
            (["a.json", "--new=x"], "unwanted-article"), (["--new=x", "-o-"], "contradiction"),
            (["--new=x", "--check"], "contradiction"),
            *((["--new=x", more], "contradiction") for more in
              ("--dump=tags", "--files-from=list", "-j2", "--skip-unchanged", "--summary=text",
               "--format=svg", "--attach-source", "--large-print", "--fillable"))):
        expect(place.run(*args), 2, r"\Ahandout: error: .*--new.* \[%s\]\n  hint: .*"
                                    r"try handout --help\n\Z" % slug)
    assert place.files() == before


@situation("--new: nothing is ever replaced")
def _(place):
    bare(place)
    os.mkdir(place.path("folder.json"))
    for name, what in (("old", OLD), ("link", Link("nowhere")), ("other", Link("old.json")),
                       ("mine", (b"", 0o444))):
        place.put(name + ".json", what)
    before = place.files()
    for name in ("old", "link", "other", "mine", "folder", "old.json", "./old"):
        expect(place.run("--new", name), 2, r"(?m)^\S+\.json: error: .* \[file-exists\]$")
    assert place.files() == before, "not even a clinic file"
    expect(place.run("--new", "none/x"), 3, r"none/x\.json: error: .*No such.* \[cannot-write\]")
    assert place.files() == before


@situation("--new: a clinic file that would be found stays the one that is")
def _(place):
    bare(place)
    os.mkdir(place.path("d"))
    mine = r"(?m)\Aone\.json: written; .*\n(%s): left as it is: .*\n\Z"
    for path, env in (("clinic.json", {}), (HOME_CLINIC, {}),
                      ("e.json", {"HANDOUT_CLINIC": "e.json"})):
        place.put(path, CLINIC)
        expect(place.run("--new", "one", **env), 0, mine % (r"\S.*" + re.escape(path)
                                                            if "home" in path else path))
        assert place.read(path) == CLINIC and (path == "clinic.json")\
            == os.path.exists(place.path("clinic.json"))
        os.remove(place.path(path))
        os.remove(place.path("one.json"))
    expect(place.run("--new", "d/one"), 0, STARTED % (r"d/one\.json", "d/"))


@situation("--new, --import: no clinic file where one is named, or none is wanted")
def _(place):
    place.put("post.html", b"<article><h1>Zinc</h1><p>It may help.</p></article>"
                           b"<footer><p>&copy; 2025 Hill Clinic</p><p>509-555-0100</p></footer>")
    place.put("ours.json", place.read("clinic.json"))
    os.remove(place.path("clinic.json"))
    for number, more in enumerate((["-c", "ours.json"], ["--no-clinic"])):
        expect(place.run("--new", f"new-{number}", *more), 0, rf"\Anew-{number}\.json: written[^\n]*\n\Z")
        expect(place.run("--import", "post.html", *more), 0, r"zinc\.json: written")
        os.remove(place.path("zinc.json"))
        assert not os.path.exists(place.path("clinic.json")), more


@situation("--new: quiet, and as JSON")
def _(place):
    expect(place.run("-q", "--new", "x"), 0)
    lines = place.run("--new=y", "--diagnostics=json").stderr.decode().splitlines()
    said = [json.loads(line) for line in lines]
    assert [(s["type"], s["file"], s["written"]) for s in said] == [
        ("report", "y.json", True), ("report", "clinic.json", False)], said
    expect(place.run("--new=x", "--diagnostics=gcc"), 2, r"\Ax\.json: error: .*\[file-exists\]\n\Z")


@situation("--new: of many runs at once one has the name, and all files are whole")
def _(place):
    bare(place)
    for round in range(5):
        runs = [place.start("--new", "same%d" % round) for _ in range(8)]
        for run in runs:
            run.communicate()
        assert sorted(run.returncode for run in runs) == [0] + [2] * 7
        assert json.loads(place.read("same%d.json" % round))["title"]
        assert place.read("clinic.json") == without_schema(template(place, "clinic.json"))
        os.remove(place.path("clinic.json"))
    assert len(place.files()) == 5, place.files().keys()


@situation("--new: a full disk or a signal leaves nothing half done")
def _(place):
    bare(place)

    def small_files():
        resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
    expect(place.run("--new", "x", preexec_fn=small_files), 3, r"x\.json: error: .*too large.*")
    assert not place.files()
    for _ in range(20):
        process = place.start("--new", "y")
        process.send_signal(signal.SIGTERM)
        process.communicate()
        for name, content in place.files().items():
            assert name in ("y.json", "clinic.json") and json.loads(content), name
            os.remove(place.path(name))


# ---- An article that is copied ----

OTHER = r"\A(.|\n)*alpha\.pdf: note: .* \[other-article\]\n  hint: .*\n(.|\n)*alpha\.pdf: 1 page"
NO_OTHER = r"\Aalpha\.pdf: 1 page.*\n\Z"


@situation("a copy with its id says that it replaces the first one's PDF")
def _(place):
    place.put("alpha.json", article("alpha"))
    place.put("copy.json", article("alpha", title="Another"))
    place.put("d/", None)
    expect(place.run("alpha.json"), 0, NO_OTHER)
    expect(place.run("copy.json"), 0, OTHER)
    expect(place.run("copy.json"), 0, NO_OTHER)
    place.put("copy.json", article("alpha", title="The same file, written on"))
    expect(place.run("copy.json"), 0, NO_OTHER)
    expect(place.run("a.json"), 0, OTHER)
    expect(place.run("-q", "copy.json"), 0)
    expect(place.run("--strict", "-o", ".", "a.json"), 0, OTHER.replace("alpha", "./alpha"))
    expect(place.run("alpha.json"), 0, OTHER)
    expect(place.run("-o", "alpha.pdf", "a.json"), 0, NO_OTHER)  # asked for by name
    for there in (OLD, b"", b"%PDF-1.7 <dc:identifier>beta</dc:identifier>"):
        place.put("alpha.pdf", there)
        expect(place.run("copy.json"), 0, NO_OTHER)


@situation("of two files whose names give one id, each says that it replaces the other's PDF")
def _(place):
    nameless = {key: value for key, value in json.loads(article("alpha")).items() if key != "id"}
    for name in ("alpha.json", "ALPHA.json"):
        place.put(name, json.dumps({**nameless, "title": name}).encode())
    expect(place.run("alpha.json"), 0, NO_OTHER)
    for name in ("ALPHA.json", "alpha.json"):
        expect(place.run(name), 0, OTHER)
        expect(place.run(name), 0, NO_OTHER)


# ---- Completions ----

SHELLS = "bash", "zsh", "fish"


def completions(place, shell):
    result = place.run("--completions", shell)
    expect(result, 0)
    place.put("completions", result.stdout)
    return result.stdout.decode()


def shell(place, name, script):
    assert shutil.which(name), f"THIS CASE COULD NOT RUN: it needs {name}"
    result = subprocess.run([name, "-c", script], cwd=place.folder, capture_output=True,
                            env=place.env(), check=False, timeout=60)
    assert not result.stderr and result.returncode == 0, result
    return result.stdout.decode().splitlines()


@situation("completions: the shells take them, and they have every option")
def _(place):
    names = table(place, "src/cli/options.def", "OPTION", 0)
    for name in SHELLS:
        text = completions(place, name)
        shell(place, name, f"{name} -n completions")
        for option in names:
            assert re.search(rf"-(l |-){option}\b", text), f"{name} does not know --{option}"


# Words of a call, the last of them to be completed, and what it may become.
ASKED = [
    (["--pap"], {"--paper"}), (["--no-"], {"--no-clinic", "--no-letterhead",
                                                   "--no-system-fonts"}),
    (["-q", "--col"], {"--color"}),
    (["--color", ""], {"auto", "always", "never"}), (["--color", "=", "n"], {"never"}),
    (["--color", "="], {"auto", "always", "never"}), (["--diagnostics", "g"], {"gcc"}),
    (["--completions", ""], set(SHELLS)),
    (["-c", ""], {"a.json", "b.json", "clinic.json", "my file.json", "-x.json", "d"}),
    (["-q", "m"], {"my file.json"}), (["a.json", "d"], {"d"}), (["d/"], {"d/in.json"}),
    (["-o", "n"], {"notes.txt"}), (["n"], set()), (["--new", ""], {"d"}),
    (["--date", ""], set()), (["--min-body", "1"], set()), (["--", "-x"], {"-x.json"})]


@situation("completions: bash completes what there is to complete")
def _(place):
    completions(place, "bash")
    for name in ("my file.json", "notes.txt", "d/in.json", "-x.json"):
        place.put(name, b"")
    for words, expected in ASKED:
        asked = " ".join(f"'{word}'" for word in ["handout", *words])
        found = shell(place, "bash", f"source ./completions; COMP_WORDS=({asked}); COMP_CWORD="
                      f"{len(words)}; _handout; [ ${{#COMPREPLY[@]}} = 0 ] || "
                      'printf "%s\\n" "${COMPREPLY[@]}"')
        assert set(found) == expected, f"{words}: {found}, not {expected}"
    assert shell(place, "bash", "source ./completions; complete -p handout")


@situation("--fonts: what is compiled in comes first")
def _(place):
    assert place.run("--fonts").stdout.startswith(b"Latin, Greek, Cyrillic  compiled in\nArabic ")


@situation("completions: fish completes what there is to complete")
def _(place):
    completions(place, "fish")
    for line, expected in (("--pap", "--paper"), ("--paper ", "letter"), ("--paper=", "a4"),
                           ("-c ", "clinic.json"), ("a", "a.json"), ("-o c", "completions")):
        found = shell(place, "fish", f"source completions; complete -C 'handout {line}'")
        assert any(expected in word.split("\t")[0] for word in found), (line, found)
    letters = shell(place, "fish", "source completions; complete -C 'handout -'")
    assert {"-o", "-c", "-q"} <= {word.split("\t")[0] for word in letters}, letters


@situation("completions: zsh gets every option with what it takes")
def _(place):
    completions(place, "zsh")
    specs = shell(place, "zsh", "compdef() { }; _arguments() { print -rl -- $@ }; "
                                "source ./completions; _handout")
    for letter, name, value in zip(re.findall(r"(?m)^OPTION\(\w+, (?:'(.)'|0),", options(place)),
                                   table(place, "src/cli/options.def", "OPTION", 0),
                                   table(place, "src/cli/options.def", "OPTION", 1)):
        long = [spec for spec in specs if re.search(rf"--{name}(=?)\[", spec)]
        assert len(long) == 1 and (f"--{name}=[" in long[0]) == bool(value), (name, long)
        assert not letter or any(f"-{letter}" in spec for spec in specs), letter
    assert any(spec.endswith(":color:(auto always never)") for spec in specs), specs


def options(place):
    with open(os.path.join(place.source, "src/cli/options.def"), encoding="utf-8") as file:
        return file.read()
