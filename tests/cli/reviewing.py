"""The review as other programs read it: JSON, and SARIF 2.1.0."""

import json
import os
import re
import signal
import urllib.parse

from cases import A, CLINIC, NO_REFERENCES, QUIET, RULES, TOO_LONG, article, clinic
from manuals import rules
from situations import expect, run_without_memory, signal_until_over, situation

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
LEVELS = {"NOTE": "note", "WARNING": "warning", "ERROR": "error"}


def lines(text):
    return [json.loads(line) for line in text.decode().splitlines()]


# ---- JSON ----

def measured(place, *options):
    with open(os.path.join(SOURCE, "data/l-glutamine.json"), "rb") as file:
        place.put("a.json", file.read())
    place.put("clinic.json", clinic(words=[{"term": "amino acid", "say": "building block"}]))
    return place.run("-q", "--check", "--report", "--date=2025-01-31", *options, "a.json")


@situation("review: what was measured, as text")
def _(place):
    text = measured(place).stdout.decode()
    hardest, longest = (text.split(f"\n\n{title}\n\n")[1].split("\n\n")[0].splitlines() for title in (
        "The hardest sentences, with their grade", "The longest words, with their syllables"))
    for row in hardest:
        assert re.fullmatch(r"(?=.{17}  \S)(  \d+:\d+ +\d+\.\d| {17})  \S.*", row), row
    assert all(re.fullmatch(r"(?=.{17}  \S)  \d+:\d+ +\d  \w+", row) for row in longest), longest
    assert "how often they are said\n\n    2  warning  amino acid -> building block\n" in text, text


@situation("review: what was measured, as JSON")
def _(place):
    said = lines(measured(place, "--diagnostics=json").stdout)
    parts = [message["part"] for message in said if message["type"] == "reading"]
    assert parts[1:] == ["summary", "dosage", "cautions", "benefits"], parts
    own = [(message["term"], message["count"]) for message in said if message["type"] == "own-word"]
    assert own == [("amino acid", 2)], own


@situation("review: as JSON, on both streams")
def _(place):
    place.put("a.json", NO_REFERENCES)
    place.put("clinic.json", clinic(accent="#FFFF00"))
    result = place.run("--check", "--report", "--diagnostics=json", "a.json", "b.json")
    expect(result, 0, "no-references")
    said = lines(result.stderr)
    assert {message["type"] for message in said} <= {"diagnostic", "report", "reading", "count"}
    counts = [message for message in said if message["type"] == "count"]
    assert [(c["article"], c["errors"], c["warnings"], c["notes"], c["more"]) for c in counts] == [
        ("a.json", 0, 1, 1, False), ("b.json", 0, 0, 1, False)], counts
    fits = [message for message in said if message["type"] == "report"]
    assert [(fit["article"], fit["written"], fit["pages"]) for fit in fits] == [
        ("a.json", False, 1), ("b.json", False, 1)], fits
    for reading in (message for message in said if message["type"] == "reading"):
        assert reading["part"] == "" and reading["words"] > 10, reading
    known = {
        "reading": {"formula", "part", "words", "sentences", "score", "smog", "smog_plain",
                    "sentence_mean"},
        "hard-sentence": {"line", "column", "text", "score"},
        "hard-word": {"line", "column", "text", "syllables"},
        "item": {"card", "number", "question", "verdict", "because"}}
    for part in lines(result.stdout):
        assert set(part) == known[part["type"]] | {"type", "article"}, part
        assert part.get("verdict", "met") in ("met", "not-met", "to-judge", "not-applicable")


@situation("review: what could not be listed is counted as more")
def _(place):
    place.put("a.json", b'{"x": 1, ' + b", ".join(b'"%d": 1' % i for i in range(200)) + b"}")
    expect(place.run("--check", "a.json"), 1, r"\na\.json: 99 errors, and more\n\Z")
    count = lines(place.run("--check", "--diagnostics=json", "a.json").stderr)[-1]
    assert (count["errors"], count["notes"], count["more"]) == (99, 0, True), count


# ---- SARIF ----

def check_text(message):
    assert set(message) == {"text"} and message["text"], message


def check_location(location):
    physical = location["physicalLocation"]
    assert {"physicalLocation"} <= set(location) <= {"physicalLocation", "logicalLocations"}, location
    for logical in location.get("logicalLocations", []): # JSON Pointers, RFC 6901
        assert set(logical) == {"fullyQualifiedName"}, logical
        assert re.fullmatch(r"(/([^~/]|~[01])*)+", logical["fullyQualifiedName"]), logical
    assert set(physical) <= {"artifactLocation", "region"}, physical
    uri = physical["artifactLocation"]["uri"]
    assert re.fullmatch(r"(file://)?(%[0-9A-F]{2}|[A-Za-z0-9._~/-])+", uri), uri
    region = physical.get("region")
    if region:
        assert set(region) == {"startLine", "startColumn", "endColumn"}, region
        assert 1 <= region["startLine"] and 1 <= region["startColumn"] < region["endColumn"]


def check_result(result):
    assert set(result) <= {"ruleId", "level", "message", "locations"}, result
    assert re.fullmatch("[a-z0-9-]+", result["ruleId"]), result
    assert result["level"] in ("note", "warning", "error"), result
    check_text(result["message"])
    assert len(result["locations"]) == 1, result
    check_location(result["locations"][0])


def check_notification(notification):
    assert set(notification) <= {"descriptor", "level", "message", "locations"}, notification
    assert set(notification["descriptor"]) == {"id"} and notification["level"] == "error"
    check_text(notification["message"])
    for location in notification.get("locations", []):
        check_location(location)


def check_rule(descriptor, rule):
    message, source = re.sub(r"\{\d\}", "…", rule.message), "Source: " + rule.source
    assert set(descriptor) == {"id", "shortDescription", "fullDescription", "help",
                               "defaultConfiguration"}
    assert descriptor["id"] == rule.slug
    assert descriptor["shortDescription"] == {"text": message}, descriptor
    assert descriptor["fullDescription"] == {"text": f"{message}. {source}"}, descriptor
    assert descriptor["help"] == {"text": source}, descriptor
    assert descriptor["defaultConfiguration"] == {"level": LEVELS[rule.severity]}, descriptor


def by_schema(document):
    """For those who have OASIS's sarif-schema-2.1.0.json, and jsonschema: SARIF_SCHEMA=its path."""
    if os.environ.get("SARIF_SCHEMA"):
        import jsonschema
        with open(os.environ["SARIF_SCHEMA"], encoding="utf-8") as file:
            jsonschema.validate(document, json.load(file))


def run_of(place, *args, status=0, **more):
    """The one run of the document that a call gives, after a look at all its parts."""
    result = place.run("--diagnostics=sarif", *args, **more)
    assert result.returncode == status, result
    document = json.loads(result.stderr.decode("utf-8"))
    by_schema(document)
    assert set(document) == {"$schema", "version", "runs"} and document["version"] == "2.1.0"
    assert document["$schema"].endswith("/sarif-schema-2.1.0.json")
    run, = document["runs"]
    assert set(run) == {"tool", "columnKind", "results", "invocations"}, set(run)
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert set(driver) == {"name", "version", "rules"} and driver["name"] == "handout"
    assert len(driver["rules"]) == len(rules(place)) == len(RULES)
    for descriptor, rule in zip(driver["rules"], rules(place)):
        check_rule(descriptor, rule)
    for found in run["results"]:
        check_result(found)
    invocation, = run["invocations"]
    assert set(invocation) == {"toolExecutionNotifications", "executionSuccessful", "exitCode"}
    assert invocation["exitCode"] == status
    assert invocation["executionSuccessful"] == (status < 2)
    for notification in invocation["toolExecutionNotifications"]:
        check_notification(notification)
    return run


def found(run):
    return [(result["ruleId"], result["level"],
             urllib.parse.unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]
                                  ["uri"], errors="surrogateescape")) for result in run["results"]]


def notified(run):
    notifications = run["invocations"][0]["toolExecutionNotifications"]
    return [notification["descriptor"]["id"] for notification in notifications]


@situation("SARIF: nothing to mark")
def _(place):
    assert run_of(place, "--check", "a.json", "b.json")["results"] == []
    assert run_of(place, "a.json")["results"] == [], "of a PDF that was written"


@situation("SARIF: all articles of a call in one run")
def _(place):
    place.put("a.json", NO_REFERENCES)
    place.put("x.json", b"Dear patient")
    place.put("c.json", TOO_LONG)
    run = run_of(place, "--check", "a.json", "x.json", "none.json", "c.json", "b.json", status=3)
    assert found(run) == [("no-references", "warning", "a.json"), ("not-json", "error", "x.json"),
                          ("cannot-read", "error", "none.json"),
                          ("does-not-fit", "error", "c.json")], found(run)
    assert not notified(run)
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = NO_REFERENCES.decode().splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1:region["endColumn"] - 1] == "[", (line, region)
    fields = [result["locations"][0].get("logicalLocations") for result in run["results"]]
    assert fields[0] == [{"fullyQualifiedName": "/references"}], fields
    assert fields[3] == [{"fullyQualifiedName": "/benefits"}], fields
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]
    assert "Hint: " in run["results"][0]["message"]["text"], run["results"][0]


@situation("SARIF: what is noted while articles are looked for is in the document")
def _(place):
    run = run_of(place, "--check", "a.json", "clinic.json", "b.json")
    assert found(run) == [("clinic-skipped", "note", "clinic.json")], found(run)


@situation("SARIF: nothing but the document; a sum goes to standard output or is refused")
def _(place):
    assert notified(run_of(place, "--check", "--summary=text", "a.json", status=2)) \
        == ["contradiction"]
    result = place.run("--diagnostics=sarif", "--check", "--summary=json", "a.json")
    assert json.loads(result.stderr) and json.loads(result.stdout)["good"] == 1, result


@situation("SARIF: severities as the clinic and --strict have them")
def _(place):
    place.put("a.json", NO_REFERENCES)
    assert found(run_of(place, "--check", "--strict", "a.json", status=1)) == [
        ("no-references", "error", "a.json")]
    place.put("clinic.json", clinic(rules={**QUIET, "no-references": "note"}))
    assert found(run_of(place, "--check", "a.json")) == [("no-references", "note", "a.json")]
    assert found(run_of(place, "--check", "-q", "a.json")) == []


@situation("SARIF: any name is a URI, and columns are characters")
def _(place):
    names = ["a b.json", "x:y.json", "%41.json", "é\u202e.json", "d/\x1b\"\\\n.json",
             "\udcff.json", "#?&.json"]
    place.put("d/", None)
    bad = A.decode().replace('  "benefits"', '"a": "é漢🎈", "benefit"').encode()
    for name in names:
        place.put(name, bad)
    run = run_of(place, "--check", *names, place.path("a b.json"), status=1)
    got = [item for item in found(run) if item[0] == "unknown-field"][1::2]
    assert [uri for _, _, uri in got] == names + ["file://" + place.path("a b.json")], got
    regions = {(region["startColumn"], region["endColumn"]) for region in
               (result["locations"][0]["physicalLocation"]["region"] for result in run["results"]
                if "benefit" in result["message"]["text"] and result["ruleId"] == "unknown-field")}
    assert regions == {(13, 22)}, regions


@situation("SARIF: one file has one URI")
def _(place):
    place.put("d/c.json", NO_REFERENCES)
    run = run_of(place, "--check", "d/c.json", "./d/c.json", ".//./d/c.json")
    assert [uri for _, _, uri in found(run)] == ["d/c.json"] * 3, found(run)


@situation("SARIF: a long line does not shorten the region")
def _(place):
    long = "word " * 500
    place.put("a.json", article("alpha", title=long))
    region = run_of(place, "--check", "a.json", status=1)["results"][0]["locations"][0][
        "physicalLocation"]["region"]
    assert region["endColumn"] - region["startColumn"] == len(long) + 2, region


@situation("SARIF: whole at every exit")
def _(place):
    assert notified(run_of(place, status=2)) == ["no-article"]
    assert notified(run_of(place, "--report", "a.json", status=2)) == ["needs-option"]
    assert notified(run_of(place, "--bogus", status=2)) == ["unknown-option"]
    full = {"shell": 'exec "$0" "$@" >/dev/full'}
    assert notified(run_of(place, "--check", "--report", "a.json", "b.json", status=3, **full)) \
        == ["cannot-write"]
    for args in (["-o-", "a.json"], ["--help"], ["--completions=zsh"]):
        assert notified(run_of(place, *args, status=3, **full)) == ["cannot-write"], args
    assert found(run_of(place, "-o", "none/x", "a.json", status=3)) == [
        ("cannot-write", "error", "none/x")]
    assert found(run_of(place, "--check", "-", status=1, stdin=b"")) == [
        ("empty-file", "error", "<stdin>")]
    os.remove(place.path("clinic.json"))
    assert found(run_of(place, "--check", "a.json", status=1)) == [
        ("no-clinic", "error", "a.json")]
    place.put("clinic.json", CLINIC)
    run_of(place, "--new", "zinc")
    for args in (["--help"], ["--version"], ["--completions=bash"]):
        result = place.run("--diagnostics=sarif", *args)
        expect(result, 0)


@situation("SARIF: whole when memory runs out")
def _(place):
    result = run_without_memory(place, "--diagnostics=sarif", "--check", "a.json")
    run = json.loads(result.stderr)["runs"][0]
    assert result.returncode == 3 and notified(run) == ["out-of-memory"], result


def interrupted(place, *args, number=signal.SIGINT):
    """The run of a program that a signal ends while it waits for an article."""
    process = place.start("--diagnostics=sarif", *args, "pipe")
    writer = os.open(place.path("pipe"), os.O_WRONLY)  # waits until the program reads
    signal_until_over(process, number)  # the first one may be kept for the sum
    err = process.communicate()[1]
    os.close(writer)
    assert process.returncode == -number, process.returncode
    return json.loads(err)["runs"][0]


@situation("SARIF: whole when a signal ends the program")
def _(place):
    place.put("a.json", NO_REFERENCES)
    os.mkfifo(place.path("pipe"))
    for number in (signal.SIGINT, signal.SIGTERM):
        for args, expected in ((["--check"], []), (["--check", "a.json"], ["no-references"]),
                               (["--check", "-j3", "a.json", "b.json"], ["no-references"]),
                               (["--check", "--report", "a.json"], ["no-references"]),
                               (["--check", "--summary=json", "a.json"], ["no-references"]),
                               (["--dump=page", "a.json"], []), (["--dump=page"], []),
                               (["-o", "out/", "-j3", "a.json", "b.json"], [])):
            run = interrupted(place, *args, number=number)
            assert {result["ruleId"] for result in run["results"]} >= set(expected), run["results"]
            invocation = run["invocations"][0]
            assert invocation["executionSuccessful"] is False, invocation
