"""The table of cases: how the program is called, and what must come of it.

Every case starts in a fresh folder that holds a.json, b.json (two good articles) and clinic.json.
What is not listed in `makes` must not appear, and what was there must stay as it was.
"""

import json
import os
import re
from dataclasses import dataclass, field

PDF = "a whole PDF"  # in `makes`: what the file must be
OLD = b"an older PDF"


@dataclass
class Link:
    """In `files`: a symbolic link."""
    target: str


@dataclass
class Case:
    name: str
    args: list
    status: int = 0
    err: str = ""            # regular expression on standard error; "" is "it must be empty"
    out: str = ""            # the same on standard output
    makes: dict = field(default_factory=dict)
    files: dict = field(default_factory=dict)  # more files; None: not that one
    modes: dict = field(default_factory=dict)  # permissions to be found afterwards
    env: dict = field(default_factory=dict)
    stdin: bytes = b""
    shell: str = 'exec "$0" "$@"'  # how the program is started


def article(name, **fields):
    """A good article, as the bytes of its file."""
    whole = {
        "id": name, "title": "Title of " + name, "summary": "What it is, in short.",
        "benefits": ["It may help."], "dosage": "Take one scoop a day.",
        "cautions": ["Ask first if you are pregnant."],
        "references": ["Doe J. A study. A Journal. 2020;1(2):3-4."],
        "disclaimer": "This handout does not replace advice from your clinician."}
    whole.update(fields)
    return json.dumps({k: v for k, v in whole.items() if v is not None}, indent=2).encode()


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../src/base/rule.def"),
          encoding="utf-8") as rule_table:
    RULES = re.findall(r'(?m)^RULE\(\w+, "([a-z0-9-]+)"', rule_table.read())

# What every run tells, not only a review.
ALWAYS = {"mark-up", "wrong-encoding", "no-references", "reference-incomplete",
          "reference-address", "reference-picture", "numbered-reference", "review-due",
          "small-body", "faint-logo", "color-darkened", "labels-unconfirmed"}
QUIET = {rule: "off" for rule in RULES if rule not in ALWAYS}


def clinic(**fields):
    """Of a good clinic, which does not care for the review: that has tests of its own."""
    return json.dumps({"name": "Test Clinic", "phone": "555-0100", "rules": QUIET,
                       **fields}).encode()


A, B, CLINIC = article("alpha"), article("beta"), clinic()
NO_REFERENCES = article("alpha", references=[])
TOO_LONG = article("alpha", benefits=["It may help you sleep. " * 40] * 12)
MISSPELT = A.replace(b'"benefits"', b'"benefit"')
DEFAULT_FILES = {"a.json": A, "b.json": B, "clinic.json": CLINIC}


def reported(name):
    """The report line of a handout, and nothing else."""
    return r"\A%s: 1 page, Letter, body 1\d(\.\d?[1-9])? pt, fine print 10 pt, " \
           r"(room for about \d+ words?|no room left)\n\Z" % re.escape(name)


def reviewed(name, found="nothing to mark"):
    """The same of a review; how hard it is to read may stand between."""
    return reported(name)[:-len(r"\Z")] + r"(%s: .* words a sentence\n)?%s: %s\n\Z" % (
        re.escape(name), re.escape(name), found)


def fault(file, slug, text=""):
    """An error about a file (or about none: "handout") with this slug."""
    return r"(?m)^%s: error: .*%s.* \[%s\]$" % (re.escape(file), re.escape(text), slug)


def worded(summary):
    """An article of that summary, and as little else as there may be."""
    return {"a.json": article("alpha", summary=summary.strip(), benefits=["Rest."],
                              dosage="Rest.", cautions=["Rest."])}


USAGE = r"(?m)\Ahandout: error: .*%s.* \[%s\]\n  hint: .*try handout --help\n\Z"


def usage(name, args, slug, text, **more):
    """A call that is refused with status 2, one clear line and a way to help."""
    return Case(name, args, 2, err=USAGE % (re.escape(text), slug), **more)


CALLS = [
    Case("help", ["--help"], out=r"\AUsage: handout (.|\n)*--min-body=PT"),
    Case("help, short", ["-h"], out=r"\AUsage: handout "),
    Case("help fits a terminal of 80 columns or so", ["-h"], out=r"\A([^\n]{0,90}\n)+\Z"),
    Case("version", ["--version"], out=r"\Ahandout \d+\.\d+\.\d+\n\Z"),
    Case("version, short", ["-V"], out=r"\Ahandout \d"),
    Case("help needs no article and wins over what follows", ["-qh", "--bogus"], out="Usage"),
    usage("no argument", [], "no-article", "no article"),
    usage("only options", ["-q"], "no-article", "no article"),
    usage("unknown option", ["--bogus", "a.json"], "unknown-option", "--bogus"),
    usage("unknown short option", ["-x", "a.json"], "unknown-option", "-x"),
    usage("unknown letter in a bundle", ["-qx", "a.json"], "unknown-option", "-qx"),
    Case("misspelt option", ["--papr=a4", "a.json"], 2, err=r"hint: did you mean --paper\?"),
    Case("abbreviated option", ["--diag=gcc", "a.json"], 2, err=r"did you mean --diagnostics\?"),
    usage("value missing at the end", ["a.json", "-o"], "missing-value", "FILE|DIR|-"),
    usage("value missing, long", ["a.json", "--paper"], "missing-value", "letter|a4"),
    usage("value not wanted", ["--check=yes", "a.json"], "unwanted-value", "--check"),
    usage("bad paper", ["--paper=a3", "a.json"], "bad-value", "letter|a4"),
    usage("part of a choice", ["--paper=let", "a.json"], "bad-value", "letter|a4"),
    usage("empty choice", ["--paper=", "a.json"], "bad-value", "letter|a4"),
    usage("bad dump", ["--dump=pdf", "a.json"], "bad-value", "json|article"),
    usage("bad form", ["--diagnostics=xml", "a.json"], "bad-value", "human|gcc|json|sarif"),
    usage("bad colour", ["--color=yes", "a.json"], "bad-value", "auto|always|never"),
    usage("empty output", ["-o", "", "a.json"], "bad-value", "a file, a folder"),
    usage("empty clinic", ["-c", "", "a.json"], "bad-value", "a file"),
    usage("clinic and none", ["-c", "clinic.json", "--no-clinic", "a.json"], "contradiction",
          "--clinic and --no-clinic"),
    usage("dump and output", ["--dump=json", "-o", "x", "a.json"], "contradiction", "--output"),
    usage("two articles, one file", ["-o", "x.pdf", "a.json", "b.json"], "one-output", "x.pdf"),
    usage("two articles, one stream", ["-o", "-", "a.json", "b.json"], "one-output", "several"),
    usage("standard input twice", ["-", "-"], "stdin-twice", "only once"),
    *[usage("body of %r" % size, ["--min-body", size, "a.json"], "bad-value", "9 to 14")
      for size in ("8.9", "8.999", "14.001", "15", "11,5", "11.", ".5", "1e1", "+11", "-11", " 11",
                   "11 ", "", "pt", "0x0b", "11.1234", "nan", "99999999999999999999")],
    usage("report without a review", ["--report", "a.json"], "needs-option",
          "--report goes with --check"),
    usage("report and dump", ["--check", "--report", "--dump=json", "a.json"], "contradiction",
          "--dump and --report"),
    *[Case("body of %s" % size, ["--check", "-q", "--min-body=" + size, "a.json"])
      for size in ("9", "9.0", "11.5", "10.125", "012", "14", "14.000")],
    *[usage("date %r" % day, ["--date", day, "a.json"], "bad-value", "2025-01-31")
      for day in ("2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "0000-01-01", "2025-1-1",
                  "2025/01/01", "25-01-01", "2025-01-01x", "1900-02-29", "")],
    *[Case("date %s" % day, ["--check", "-q", "--date=" + day, "a.json"])
      for day in ("2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31")],
    *[usage("SOURCE_DATE_EPOCH=%s" % epoch, ["a.json"], "bad-epoch", epoch,
            env={"SOURCE_DATE_EPOCH": epoch})
      for epoch in ("yesterday", "-1", "1.5", "1 ", "253402300800", "99999999999999999999")],
    *[Case("SOURCE_DATE_EPOCH=%s" % epoch, ["-q", "a.json"], makes={"alpha.pdf": PDF},
           env={"SOURCE_DATE_EPOCH": epoch}) for epoch in ("", "0", "1730419200", "253402300799")],
]

RESULTS = [
    Case("written", ["a.json"], err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("two written", ["a.json", "b.json"], err=r"\Aalpha\.pdf: .*\nbeta\.pdf: .*\n\Z",
         makes={"alpha.pdf": PDF, "beta.pdf": PDF}),
    Case("on A4", ["--paper", "a4", "a.json"], err="1 page, A4, ", makes={"alpha.pdf": PDF}),
    Case("options after the article", ["a.json", "-q"], makes={"alpha.pdf": PDF}),
    Case("on A4, in capitals", ["--paper", "A4", "a.json"], err="1 page, A4, ",
         makes={"alpha.pdf": PDF}),
    Case("last of two counts", ["--paper=a4", "--paper=letter", "a.json"],
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("quiet", ["-q", "a.json"], makes={"alpha.pdf": PDF}),
    Case("every switch", ["--no-letterhead", "--strict", "--min-body=10", "--date=2025-01-01",
                          "a.json"], err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("check", ["--check", "a.json"], err=reviewed("a.json")),
    Case("check with an output", ["--check", "-o", "x.pdf", "a.json"], err=reviewed("a.json")),
    Case("check finds a fault", ["--check", "a.json"], 1, files={"a.json": MISSPELT},
         err=r"\Aa\.json:\d+:3: error: (.|\n)*\na\.json: 1 error\n\Z"),
    *[Case("dump " + what, ["--dump=" + what, "a.json"], out=r"\A\S") for what in
      ("json", "article", "sheet", "page", "tags")],
    Case("dump of two", ["--dump", "article", "a.json", "b.json"], out=r"alpha(.|\n)*beta"),
    Case("dump of what was read, though it does not fit", ["--dump=json", "a.json"], 0,
         files={"a.json": TOO_LONG}, out=r"\A\S"),
    Case("dump of a page that does not fit", ["--dump=page", "a.json"], 1,
         files={"a.json": TOO_LONG}, err=r"\[does-not-fit\]"),
    Case("dump of a bad article", ["--dump=json", "a.json"], 1, files={"a.json": MISSPELT},
         out=r"\A\S", err=r"\[unknown-field\]"),
    Case("fault in an article", ["a.json"], 1, files={"a.json": MISSPELT},
         err=r'\Aa\.json:(\d+):3: error: "benefit" is not a field of an article \[unknown-field\]\n'
             r'  \1 \|   "benefit": \[\n   +\|   \^~~~~~~~~\n  hint: did you mean "benefits"\?\n'
             r"(.|\n)*a\.json: no handout written\n\Z"),
    Case("an empty file", ["a.json"], 1, files={"a.json": b""}, err=r"\[empty-file\]"),
    Case("not JSON", ["a.json"], 1, files={"a.json": b"Dear patient"}, err=r"(?m)^a\.json:.*error"),
    Case("fault in the clinic file", ["a.json"], 1,
         files={"clinic.json": b'{"name": "Nowhere"}'}, err=r"clinic\.json:.*\[no-contact\]"),
    Case("does not fit", ["a.json"], 1, err=r"\[does-not-fit\](.|\n)*no handout written",
         files={"a.json": TOO_LONG}),
    Case("a warning", ["a.json"], files={"a.json": NO_REFERENCES}, makes={"alpha.pdf": PDF},
         err=r": warning: .*\[no-references\](.|\n)*alpha\.pdf: 1 page"),
    Case("a warning stays when quiet", ["-q", "a.json"], files={"a.json": NO_REFERENCES},
         makes={"alpha.pdf": PDF}, err=r"\A.*: warning: (.|\n)*  hint: readers can .*\n\Z"),
    Case("a warning when strict", ["--strict", "a.json"], 1, files={"a.json": NO_REFERENCES},
         err=r": error: .*\[no-references\](.|\n)*no handout written"),
    Case("a note", ["a.json"], files={"clinic.json": clinic(accent="#FFFF00")},
         makes={"alpha.pdf": PDF}, err=r"clinic\.json:.* note: .*\[color-darkened\]"),
    Case("no note when quiet", ["-q", "a.json"], files={"clinic.json": clinic(accent="#FFFF00")},
         makes={"alpha.pdf": PDF}),
    Case("one bad article does not stop the others", ["a.json", "none.json", "b.json"], 3,
         files={"a.json": MISSPELT}, makes={"beta.pdf": PDF},
         err=r"\[unknown-field\](.|\n)*\[cannot-read\](.|\n)*\nbeta\.pdf: 1 page"),
    Case("the worst status counts, not the last", ["none.json", "a.json"], 3,
         err=r"\[cannot-read\]", makes={"alpha.pdf": PDF}),
]

REVIEWED = {"a.json": article("alpha", reviewed={"by": "Dr. Kim", "on": "2025-01-01",
                                                  "next": "2025-12-31"})}
DATES = [
    Case("review not yet due", ["--date=2025-12-31", "a.json"], files=REVIEWED,
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("review due", ["--date=2026-01-01", "a.json"], files=REVIEWED, err=r"\[review-due\]",
         makes={"alpha.pdf": PDF}),
    Case("the day of SOURCE_DATE_EPOCH", ["a.json"], files=REVIEWED, err=reported("alpha.pdf"),
         env={"SOURCE_DATE_EPOCH": "1735689600"}, makes={"alpha.pdf": PDF}),
    Case("the option before SOURCE_DATE_EPOCH", ["--date=2026-01-01", "a.json"], files=REVIEWED,
         env={"SOURCE_DATE_EPOCH": "1735689600"}, err=r"\[review-due\]", makes={"alpha.pdf": PDF}),
    Case("the day of SOURCE_DATE_EPOCH is of UTC", ["a.json"], files=REVIEWED,
         env={"SOURCE_DATE_EPOCH": "1767225600", "TZ": "WEST5"}, err=r"\[review-due\]",
         makes={"alpha.pdf": PDF}),
    Case("the clock", ["a.json"], err=r"\[review-due\]", makes={"alpha.pdf": PDF},
         files={"a.json": A[:-2] + b',\n"reviewed": {"next": "2025-01-31"}\n}'}),
]

BIG = b"[" * (100 * 1024 * 1024)
READING = [
    Case("missing article", ["none.json"], 3,
         err=fault("none.json", "cannot-read", "No such file") + r"(.|\n)*no handout written"),
    Case("a slip in an article's name", ["my hanbout.json"], 3, files={"my handout.json": A},
         err=r"\[cannot-read\]\n  hint: did you mean my handout\.json\?\n"),
    Case("a link to nowhere is not what was meant", ["lost.json"], 3,
         files={"lost.json": Link("nowhere")},
         err=r"\Alost\.json: error: .*\[cannot-read\]\nlost\.json: no handout written\n\Z"),
    Case("of names that are as near, the first in the alphabet", ["zinx.json"], 3,
         files={f"zin{letter}.json": A for letter in "kfbhadcge"},
         err=r"hint: did you mean zina\.json\?\n"),
    Case("an article's name without its ending", ["d/zinc"], 3, files={"d/zinc.json": A},
         err=r"hint: did you mean d/zinc\.json\?\n"),
    Case("an article's name in other letters", ["ZINC.JSON"], 3, files={"zinc.json": A},
         err=r"hint: did you mean zinc\.json\?\n"),
    Case("behind -- an article may begin with a hyphen", ["-q", "--", "-a.json"],
         files={"-a.json": A}, makes={"alpha.pdf": PDF}),
    Case("three letters from a name are no slip", ["zabx.json"], 3, files={"zinc.json": A},
         err=r"No such file or directory \[cannot-read\]\nzabx"),
    Case("no file is like it", ["turmeric.json"], 3,
         err=r"No such file or directory \[cannot-read\]\nturmeric"),
    Case("a folder as article", ["d"], 3, files={"d/": None}, err=fault("d", "is-a-folder")),
    Case("a path through a file", ["a.json/x"], 3, err=fault("a.json/x", "cannot-read")),
    Case("an article without a name", [""], 3, err=r"\[cannot-read\]"),
    Case("a device", ["/dev/null"], 1, err=r"/dev/null.*\[empty-file\]"),
    Case("an endless device", ["/dev/zero"], 1, err=r"/dev/zero.*\[too-large\]"),
    Case("100 MB", ["big.json"], 1, files={"big.json": BIG}, err=r"\[too-large\]"),
    Case("standard input", ["-"], stdin=A, err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("fault in standard input", ["-"], 1, stdin=MISSPELT, err=r"(?m)\A<stdin>:\d+:3: error: "),
    Case("standard input is a folder", ["-"], 3, shell='exec "$0" "$@" <.',
         err=fault("<stdin>", "is-a-folder")),
    Case("standard input is closed", ["-"], 3, shell='exec "$0" "$@" <&-',
         err=fault("<stdin>", "cannot-read")),
    Case("a file called -", ["./-"], files={"-": A}, err=reported("alpha.pdf"),
         makes={"alpha.pdf": PDF}),
    Case("a pipe with a name", ["p"],
         shell='mkfifo p; cat a.json >p & "$0" "$@"; s=$?; rm p; exit $s',
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("a slow pipe", ["-"],
         shell='{ head -c 9 a.json; sleep .1; tail -c +10 a.json; } | "$0" "$@"',
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("spaces and UTF-8 in a name", ["mein Präparat.json"], 1,
         files={"mein Präparat.json": MISSPELT}, err=r"(?m)^mein Präparat\.json:\d+:3: error: "),
    Case("a hyphen before a name", ["--", "-a.json"], files={"-a.json": A},
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("control characters in a name", ["\x1b[2J\n\u202e\udcff\udcc0\udcaf.json"], 3,
         err=r"\A\\x1b\[2J\\x0a\\xe2\\x80\\xae\\xff\\xc0\\xaf\.json: error: "),
]

HOME_CLINIC = "home/.config/handout/clinic.json"
BAD_CLINIC = b'{"name": "Nowhere"}'  # says in a message which file was taken


def taken(name, path, files, args=("d/x.json",), **more):
    """Of several clinic files the one at `path` is taken: it alone is bad."""
    found = {k: CLINIC for k in files}
    found.update({"clinic.json": found.get("clinic.json"), "d/x.json": A, path: BAD_CLINIC})
    return Case(name, list(args), 1, err=r"(?m)^%s\b.*\[no-contact\]" % re.escape(path),
                files=found, **more)


CLINICS = [
    taken("clinic by option", "o.json", ["e.json", "d/clinic.json", "clinic.json", HOME_CLINIC],
          args=["d/x.json", "--clinic=o.json"], env={"HANDOUT_CLINIC": "e.json"}),
    taken("clinic by environment", "e.json", ["d/clinic.json", "clinic.json", HOME_CLINIC],
          env={"HANDOUT_CLINIC": "e.json"}),
    taken("clinic beside the article", "d/clinic.json", ["clinic.json", HOME_CLINIC],
          env={"HANDOUT_CLINIC": ""}),
    taken("clinic in the current folder", "clinic.json", [HOME_CLINIC]),
    Case("clinic in ~/.config", ["a.json"], 1, files={"clinic.json": None, HOME_CLINIC: BAD_CLINIC},
         err=r"/home/\.config/handout/clinic\.json\b.*\[no-contact\]"),
    Case("clinic in $XDG_CONFIG_HOME", ["a.json"], 1, env={"XDG_CONFIG_HOME": "{folder}/xdg"},
         files={"clinic.json": None, HOME_CLINIC: CLINIC, "xdg/handout/clinic.json": BAD_CLINIC},
         err=r"/xdg/handout/clinic\.json\b.*\[no-contact\]"),
    Case("a relative $XDG_CONFIG_HOME is ignored", ["a.json"], 1, env={"XDG_CONFIG_HOME": "xdg"},
         files={"clinic.json": None, HOME_CLINIC: BAD_CLINIC, "xdg/handout/clinic.json": CLINIC},
         err=r"/home/\.config/handout/clinic\.json\b.*\[no-contact\]"),
    Case("no clinic file", ["a.json"], 1, files={"clinic.json": None},
         err=fault("a.json", "no-clinic") + r"\n  hint: make a clinic\.json (.|\n)*--no-clinic"),
    Case("no clinic file for standard input", ["-"], 1, files={"clinic.json": None}, stdin=A,
         err=fault("<stdin>", "no-clinic")),
    Case("none wanted", ["--no-clinic", "a.json"], files={"clinic.json": None},
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("none wanted though there is a bad one", ["--no-clinic", "a.json"],
         files={"clinic.json": BAD_CLINIC}, err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("missing clinic by option", ["-cnone.json", "a.json"], 3,
         err=fault("none.json", "cannot-read")),
    Case("missing clinic by environment", ["a.json"], 3, env={"HANDOUT_CLINIC": "none.json"},
         err=fault("none.json", "cannot-read")),
    Case("a folder as clinic", ["a.json"], 3, files={"clinic.json": None, "clinic.json/": None},
         err=fault("clinic.json", "is-a-folder")),
    Case("clinic read once for all", ["-c", "p", "a.json", "b.json"],
         shell='mkfifo p; cat clinic.json >p & "$0" "$@"; s=$?; rm p; exit $s',
         err=r"\Aalpha\.pdf: .*\nbeta\.pdf: .*\n\Z", makes={"alpha.pdf": PDF, "beta.pdf": PDF}),
    Case("each article has its own clinic", ["d/x.json", "a.json"], 1,
         files={"d/x.json": A, "d/clinic.json": BAD_CLINIC}, makes={"alpha.pdf": PDF},
         err=r"d/clinic\.json.*\[no-contact\](.|\n)*\nalpha\.pdf: 1 page"),
]

WRITING = [
    Case("to a file", ["-o", "x.pdf", "a.json"], err=reported("x.pdf"), makes={"x.pdf": PDF}),
    Case("to a file, value attached", ["-ox.pdf", "a.json"], err=reported("x.pdf"),
         makes={"x.pdf": PDF}),
    Case("to a file, bundled", ["-qo", "x.pdf", "a.json"], makes={"x.pdf": PDF}),
    Case("to a file, long", ["--output=my handout.pdf", "a.json"], err=reported("my handout.pdf"),
         makes={"my handout.pdf": PDF}),
    Case("to a file that looks like an option", ["-o", "-x.pdf", "a.json"], err=reported("-x.pdf"),
         makes={"-x.pdf": PDF}),
    Case("to a folder", ["-o", "d", "a.json", "b.json"], files={"d/": None},
         err=r"\Ad/alpha\.pdf: .*\nd/beta\.pdf: .*\n\Z",
         makes={"d/alpha.pdf": PDF, "d/beta.pdf": PDF}),
    Case("to a folder with a slash", ["-o", "d/", "a.json"], files={"d/": None},
         err=reported("d/alpha.pdf"), makes={"d/alpha.pdf": PDF}),
    Case("to a folder by a link", ["-o", "l", "a.json"], files={"d/": None, "l": Link("d")},
         err=reported("l/alpha.pdf"), makes={"d/alpha.pdf": PDF}),
    Case("to a missing folder", ["-o", "none/", "a.json"], err=reported("none/alpha.pdf"),
         makes={"none/alpha.pdf": PDF}),
    Case("to missing folders", ["-o", "of my/clinic/", "a.json", "b.json"],
         err=r"\Aof my/clinic/alpha\.pdf: .*\nof my/clinic/beta\.pdf: .*\n\Z",
         makes={"of my/clinic/alpha.pdf": PDF, "of my/clinic/beta.pdf": PDF}),
    Case("to a missing folder through a file", ["-o", "b.json/x/", "a.json"], 3,
         err=fault("b.json/x/alpha.pdf", "cannot-write", "Not a directory")),
    Case("no folder for a bad article", ["-o", "none/", "a.json"], 1, files={"a.json": MISSPELT},
         err=r"\[unknown-field\]"),
    Case("a file in a missing folder", ["-o", "none/x.pdf", "a.json"], 3,
         err=fault("none/x.pdf", "cannot-write", "No such file")),
    Case("a folder that is a file", ["-o", "b.json/x.pdf", "a.json"], 3,
         err=fault("b.json/x.pdf", "cannot-write", "Not a directory")),
    Case("a folder where the file should be", ["a.json"], 3, files={"alpha.pdf/": None},
         err=fault("alpha.pdf", "cannot-write", "Is a directory")),
    Case("to standard output", ["-o", "-", "a.json"], out=r"\A%PDF-1\.(.|\n)*%%EOF\s*\Z",
         err=reported("standard output")),
    Case("to /dev/stdout", ["-qo", "/dev/stdout", "a.json"], out=r"\A%PDF-1\.(.|\n)*%%EOF\s*\Z"),
    Case("to /dev/stdout behind what is there", ["-qo", "/dev/stdout", "a.json"],
         shell='{ printf x; "$0" "$@"; } >t; cat t; rm t', out=r"\Ax%PDF-1\."),
    Case("from standard input to standard output", ["-qo-", "-"], stdin=A, out=r"\A%PDF-1\."),
    Case("to /dev/null", ["-o", "/dev/null", "a.json"], err=reported("/dev/null")),
    Case("to a pipe with a name", ["-qo", "p", "a.json"],
         shell='mkfifo p; cat p >got & "$0" "$@"; s=$?; wait; test -p p && rm p && exit $s',
         makes={"got": PDF}),
    Case("an old PDF is replaced", ["-q", "a.json"], files={"alpha.pdf": OLD},
         makes={"alpha.pdf": PDF}),
    Case("an old PDF stays when the article is bad", ["a.json"], 1, err="no handout written",
         files={"a.json": MISSPELT, "alpha.pdf": OLD}),
    Case("a link is followed", ["-qo", "l.pdf", "a.json"],
         files={"d/old.pdf": OLD, "l.pdf": Link("d/m.pdf"), "d/m.pdf": Link("old.pdf")},
         makes={"d/old.pdf": PDF}),
    Case("a link to nothing is followed", ["-qo", "l.pdf", "a.json"],
         files={"d/": None, "l.pdf": Link("d/new.pdf")}, makes={"d/new.pdf": PDF}),
    Case("links in a circle", ["-o", "l.pdf", "a.json"], 3, files={"l.pdf": Link("l.pdf")},
         err=fault("l.pdf", "cannot-write", "symbolic links")),
    Case("permissions by umask", ["-q", "a.json"], makes={"alpha.pdf": PDF},
         shell='umask 027; exec "$0" "$@"', modes={"alpha.pdf": 0o640}),
    Case("permissions of the old PDF", ["-q", "a.json"], files={"alpha.pdf": (OLD, 0o606)},
         makes={"alpha.pdf": PDF}, modes={"alpha.pdf": 0o606}),
    Case("two of one name", ["a.json", "c.json", "b.json"], 1,
         files={"c.json": article("alpha", title="Another")}, makes={"alpha.pdf": PDF,
                                                                      "beta.pdf": PDF},
         err=r"\Aalpha\.pdf: 1 page.*\nalpha\.pdf: error: .* \[output-collision\]\n  hint: .*\n"
             r"c\.json: no handout written\nbeta\.pdf: 1 page"),
    Case("two of one name by a link", ["a.json", "b.json"], 1,
         files={"beta.pdf": Link("alpha.pdf")}, makes={"alpha.pdf": PDF},
         err=fault("beta.pdf", "output-collision")),
    Case("over its own article", ["-o", "a.json", "a.json"], 2,
         err=fault("a.json", "output-is-input")),
    Case("over another article", ["b.json", "alpha.pdf"], 2,
         files={"b.json": A, "alpha.pdf": B}, makes={"beta.pdf": PDF},
         err=fault("alpha.pdf", "output-is-input")),
    Case("over its clinic file", ["-o", "./clinic.json", "a.json"], 2,
         err=fault("./clinic.json", "output-is-input")),
    Case("over the list that names it", ["--files-from", "list", "-o", "list"], 2,
         files={"list": b"a.json\n"}, err=fault("list", "output-is-input")),
    Case("over its article by a link", ["-o", "l", "a.json"], 2, files={"l": Link("a.json")},
         err=fault("l", "output-is-input")),
]

EMPTY_LIST = {"a.json": NO_REFERENCES}


def weighed(level):
    """An article without references, and a clinic that weighs that so."""
    return {"a.json": NO_REFERENCES, "clinic.json": clinic(rules={**QUIET,
                                                                  "no-references": level})}


REVIEW = [
    Case("a warning leaves the status at 0", ["--check", "a.json"], files=EMPTY_LIST,
         err=r"\Aa\.json:.* warning: .*\[no-references\]\n(.|\n)*a\.json: 1 page(.|\n)*"
             r"a\.json: 1 warning\n\Z"),
    Case("strict: a warning is an error", ["--check", "--strict", "a.json"], 1, files=EMPTY_LIST,
         err=r" error: .*\[no-references\]\n(.|\n)*\na\.json: 1 page(.|\n)*\na\.json: 1 error\n\Z"),
    Case("an error by the clinic's will", ["--check", "a.json"], 1, files=weighed("error"),
         err=r" error: .*\[no-references\]\n(.|\n)*\na\.json: 1 page(.|\n)*\na\.json: 1 error\n\Z"),
    Case("a note by the clinic's will", ["--check", "--strict", "a.json"], files=weighed("note"),
         err=r" note: .*\[no-references\]\n(.|\n)*\na\.json: 1 note\n\Z"),
    Case("nothing by the clinic's will", ["--check", "a.json"], files=weighed("off"),
         err=reviewed("a.json")),
    Case("an error by the clinic's will stops the PDF too", ["a.json"], 1, files=weighed("error"),
         err=r" error: .*\[no-references\]\n(.|\n)*no handout written\n\Z"),
    Case("the clinic names no such rule", ["--check", "a.json"], 1,
         files={"clinic.json": clinic(rules={"passive-voise": "off"})},
         err=r'\[unknown-field\]\n(.|\n)*did you mean "passive-voice"\?'),
    Case("quiet: warnings only", ["--check", "-q", "a.json"], files=EMPTY_LIST,
         err=r"\A.* warning: .*\n(  .*\n)+\Z"),
    Case("quiet: no notes", ["--check", "-q", "a.json"], files=weighed("note")),
    Case("two articles", ["--check", "a.json", "b.json"], files=EMPTY_LIST,
         err=r"\na\.json: 1 warning\nb\.json: 1 page(.|\n)*\nb\.json: nothing to mark\n\Z"),
    Case("what is no article stands between", ["--check", "a.json", "x.json", "none", "b.json"], 3,
         files={"x.json": b"Dear patient"},
         err=r"\na\.json: nothing to mark\nx\.json:1:1: error: (.|\n)*\nx\.json: 1 error\n"
             r"none: error: .*\[cannot-read\]\nb\.json: 1 page(.|\n)*\nb\.json: nothing"),
    Case("what does not fit is reviewed", ["--check", "a.json"], 1,
         files={"a.json": article("alpha", benefits=["It may help you sleep. " * 40] * 12,
                                  references=[])},
         err=r"\A(?!(.|\n)*a\.json: 1 page)(.|\n)*\[no-references\](.|\n)*\[does-not-fit\]"
             r"(.|\n)*\na\.json: 1 error, 1 warning\n\Z"),
    Case("a page set too small", ["--check", "a.json"],
         files={"a.json": article("alpha", benefits=["It may help you sleep. " * 10] * 12)},
         err=r"\[small-body\](.|\n)*\na\.json: 1 page, Letter, body 1[01](.|\n)*: 1 warning\n\Z"),
    Case("of standard input", ["--check", "-"], stdin=A, err=reviewed("<stdin>")),
    Case("with a dump there is only that", ["--check", "--dump=article", "a.json"], out="alpha"),
    Case("report", ["--check", "--report", "a.json"], err=reviewed("a.json"),
         out=r"\Aa\.json\n======\n\n(.|\n)*[^\n]\n\n\Z"),
    Case("report of two", ["--check", "--report", "a.json", "b.json"], err=r"nothing to mark",
         out=r"\Aa\.json\n======\n(.|\n)*\n\nb\.json\n======\n"),
    Case("report fits 80 columns", ["--check", "--report", "a.json"], err=reviewed("a.json"),
         out=r"\A([^\n]{0,80}\n)+\Z"),
    Case("reading of a few words is not told", ["--check", "a.json"], files=worded("Rest. " * 5),
         err=r"\A(?!(.|\n)*reading grade)"),
    Case("reading under grade 1", ["--check", "--report", "a.json"], files=worded("Rest. " * 40),
         err=r"\na\.json: reading grade under 1 \(", out=r"\n  all of it +\d+ +\d+ +\d\.\d +<1 "),
    Case("reading over grade 18", ["--check", "--report", "a.json"],
         files=worded("Characterization necessitates multidisciplinary collaboration. " * 10),
         err=r"\na\.json: reading grade over 18 \(", out=r"\n  all of it (.|\n)* >18  Charact"),
    Case("report when quiet", ["--check", "-q", "--report", "a.json"], out=r"\Aa\.json\n=+\n"),
    Case("report of what was not reviewed", ["--check", "--report", "x.json", "a.json"], 1,
         files={"x.json": b"{"}, err=r"x\.json: 1 error\n", out=r"\Aa\.json\n=+\n"),
    Case("report to a full disk", ["--check", "--report", "a.json", "b.json"], 3,
         shell='exec "$0" "$@" >/dev/full',
         err=r"\A(?!(.|\n)*b\.json)(.|\n)*\nstandard output: error: .*No space.*"
             r"\[cannot-write\]\n\Z"),
    Case("report to a closed standard output", ["--check", "--report", "a.json"], 3,
         shell='exec "$0" "$@" >&-', err=r"\nstandard output: error: .*\[cannot-write\]\n\Z"),
    Case("review with standard error closed", ["--check", "a.json"], 1, files=weighed("error"),
         shell='exec "$0" "$@" 2>&-'),
]

FULL = "standard output", "cannot-write", "No space left"
STREAMS = [
    Case("help to a full disk", ["--help"], 3, shell='exec "$0" "$@" >/dev/full', err=fault(*FULL)),
    Case("version to a full disk", ["-V"], 3, shell='exec "$0" "$@" >/dev/full', err=fault(*FULL)),
    Case("dump to a full disk", ["--dump=json", "a.json", "b.json"], 3,
         shell='exec "$0" "$@" >/dev/full', err=r"\A" + fault(*FULL)[4:] + r"\n\Z"),
    Case("PDF to a full disk", ["-o-", "a.json"], 3, shell='exec "$0" "$@" >/dev/full',
         err=fault(*FULL) + r"\na\.json: no handout written"),
    Case("PDF to /dev/full", ["-o", "/dev/full", "a.json"], 3,
         err=fault("/dev/full", "cannot-write", "No space left")),
    Case("standard output closed", ["a.json"], shell='exec "$0" "$@" >&-',
         err=reported("alpha.pdf"), makes={"alpha.pdf": PDF}),
    Case("help to a closed standard output", ["-h"], 3, shell='exec "$0" "$@" >&-',
         err=fault("standard output", "cannot-write", "Bad file descriptor")),
    Case("PDF to a closed standard output", ["-o-", "a.json"], 3, shell='exec "$0" "$@" >&-',
         err=fault("standard output", "cannot-write", "Bad file descriptor")),
    Case("standard error closed", ["a.json"], shell='exec "$0" "$@" 2>&-',
         makes={"alpha.pdf": PDF}),
    Case("everything closed", ["a.json"], shell='exec "$0" "$@" <&- >&- 2>&-',
         makes={"alpha.pdf": PDF}),
    Case("a fault with standard error closed", ["none"], 3, shell='exec "$0" "$@" 2>&-'),
    Case("standard error full", ["a.json"], shell='exec "$0" "$@" 2>/dev/full',
         makes={"alpha.pdf": PDF}),
]

COLOURED = r"\Aa\.json:\d+:3: \x1b\[1;31merror:\x1b\[0m (.|\n)*\| +\x1b\[1;31m\^~+\x1b\[0m\n"
PLAIN = r"\A[^\x1b]+\Z"
MESSAGES = [
    Case("no colour into a pipe", ["a.json"], 1, files={"a.json": MISSPELT}, err=PLAIN),
    Case("colour on demand", ["--color=always", "a.json"], 1, files={"a.json": MISSPELT},
         err=COLOURED),
    Case("demand before NO_COLOR", ["--color", "always", "a.json"], 1, env={"NO_COLOR": "1"},
         files={"a.json": MISSPELT}, err=COLOURED),
    Case("no colour on demand", ["--color=never", "a.json"], 1, files={"a.json": MISSPELT},
         err=PLAIN),
    Case("gcc: a line each", ["--diagnostics=gcc", "--check", "-q", "a.json"], 1,
         err=r"\A(a\.json:\d+:\d+: error: .* \[[a-z-]+\]\n)+\Z", files={"a.json": MISSPELT}),
    Case("gcc: without a place", ["--diagnostics=gcc", "none"], 3,
         err=r"\Anone: error: cannot be read: .* \[cannot-read\]\nnone: no handout written\n\Z"),
    Case("gcc: about the call", ["--diagnostics=gcc"], 2,
         err=r"\Ahandout: error: no article is given \[no-article\]\n\Z"),
    Case("quiet says nothing of what was not written", ["-q", "none"], 3,
         err=r"\Anone: error: .*\n\Z"),
    Case("tabs and wide characters keep the caret in place", ["--check", "a.json"], 1,
         files={"a.json": '{\n\t"title": "漢é", "benefit": ["It may help."],'.encode() + A[1:]},
         err=r'\n  2 \| \t"title": "漢é", "benefit".*\n    \| \t {16}\^~~~~~~~~\n'),
    Case("control characters of the file stay off the terminal", ["--check", "a.json"], 1,
         files={"a.json": b'{"benefit": "\x1b[2J\x9b"}'}, err=PLAIN),
]

GROUPS = {"calls": CALLS, "results": RESULTS, "review": REVIEW, "dates": DATES, "reading": READING,
          "clinic": CLINICS, "writing": WRITING, "streams": STREAMS, "messages": MESSAGES}
