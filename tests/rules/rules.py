#!/usr/bin/env python3
"""The project's own rules, read off its text: who may include whom, who sees which library, how
long functions and files may be, that every diagnostic is documented and tested, and that nothing
of one machine is in the tree.

    rules.py SOURCE_FOLDER

One line for each broken rule; exit 1 if there is one.
"""

import re
import sys
from pathlib import Path

FUNCTION_MOST = 60
FILE_MOST = 400

# Folder of src -> the folders (or single headers) whose headers it may include.
MAY_INCLUDE = {
    "base": {"base"},
    "model": {"base", "model"},
    "read": {"base", "model", "read"},
    "compose": {"base", "model", "compose"},
    "font": {"base", "font"},
    "image": {"base", "image"},
    "layout": {"base", "font", "layout", "model/sheet.h"},
    "pdf": {"base", "font", "image", "pdf", "layout/page.h", "layout/geom.h"},
    "lint": {"base", "model", "lint", "layout/page.h"},
    "": {"base", "model", "read", "compose", "font", "layout", "lint", "pdf", "handout.h"},
    "cli": {"cli", "handout.h"},
}

# Foreign header -> where it may be seen.
FOREIGN = {
    "hpdf": r"src/pdf/out\.c$",
    "cjson": r"src/read/json\.c$",
    "hb": r"src/font/",
    "linebreak": r"src/layout/break\.c$",
    "png": r"src/image/png\.c$",
    "qrencode": r"src/image/qr\.c$",
    "sanitizer": r"src/base/poison\.h$",
}


def c_files(top):
    files = [top / "include/handout.h"]
    for folder in ("src", "tests"):
        files += sorted(p for p in (top / folder).rglob("*") if p.suffix in (".c", ".h"))
    return files


def check_includes(top, path, text):
    name = path.relative_to(top).as_posix()
    if not name.startswith("src/"):
        return
    folder = name.split("/")[1] if name.count("/") > 1 else ""
    for match in re.finditer(r'^#\s*include\s+(["<])([^">]+)[">]', text, re.M):
        bracket, header = match.groups()
        line = text.count("\n", 0, match.start()) + 1
        if bracket == '"' and not (path.parent / header).exists():
            allowed = MAY_INCLUDE.get(folder, set())
            if header not in allowed and header.split("/")[0] not in allowed - {"handout.h"}:
                yield f"{name}:{line}: {folder or 'src'} may not include {header}"
        for library, where in FOREIGN.items():
            if re.match(rf"{library}[-./\w]*\.h$", header) and bracket == "<" \
                    and not re.search(where, name):
                yield f"{name}:{line}: {header} may be seen by {where} only"


def check_sizes(top, path, text):
    name = path.relative_to(top)
    lines = text.split("\n")
    if len(lines) - 1 > FILE_MOST:
        yield f"{name}: {len(lines) - 1} lines, more than {FILE_MOST}"
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line.startswith("}") and start:
            if number - start + 1 > FUNCTION_MOST:
                yield f"{name}:{start}: a function of {number - start + 1} lines"
            start = None
        if len(line) > 100:
            yield f"{name}:{number}: {len(line)} columns, more than 100"


def diagnostics(top):
    """Slugs of both tables."""
    for table in ("src/base/diag.def", "src/base/rule.def", "src/cli/fault.def"):
        for slug in re.findall(r'^[A-Z_]+\(\w+,\s*"([a-z0-9-]+)"', (top / table).read_text(), re.M):
            yield table, slug


def check_diagnostics(top):
    manual = (top / "src/cli/handout.1").read_text()
    tests = "\n".join(p.read_text(errors="replace") for p in (top / "tests").rglob("*")
                      if p.is_file() and p.suffix in (".c", ".py", ".txt", ".expected"))
    slugs = list(diagnostics(top))
    if len(slugs) < 20:
        yield "the tables of diagnostics could not be read"
    for table, slug in slugs:
        if not re.search(rf"(?<![\w-]){re.escape(slug)}(?![\w-])", manual):
            yield f"{table}: {slug} is not in the manual page"
        if not re.search(rf"(?<![\w-]){re.escape(slug)}(?![\w-])", tests):
            yield f"{table}: {slug} is in no test"


def check_machine(top):
    """No path of one machine in what is committed."""
    path_of_one = re.compile(r"(^|[^\w.-])/(work|root|home/[a-z]+)/")
    for path in sorted(top.rglob("*")):
        inside = path.relative_to(top).parts
        if inside[0] == ".git" or inside[0].startswith("build") or not path.is_file():
            continue
        for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
            if b"\0" in line:
                break  # no text
            if path_of_one.search(line.decode(errors="replace")):
                yield f"{'/'.join(inside)}:{number}: a path of one machine"


def main():
    top = Path(sys.argv[1]).resolve()
    files = c_files(top)
    broken = [] if len(files) > 20 else ["no source files found"]
    for path in files:
        text = path.read_text()
        broken += check_includes(top, path, text)
        broken += check_sizes(top, path, text)
    broken += check_diagnostics(top)
    broken += check_machine(top)
    print("\n".join(broken) if broken else f"{len(files)} files keep the rules")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
