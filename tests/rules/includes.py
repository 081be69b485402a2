"""Who may include whom, who sees which library, and circles between files.

Every include of a file in src or include is resolved to a path, as the compiler does it, and
headers are followed: what a header brings along is seen by all who include it.
"""

import re

# Folder of src -> the folders, or single headers, that its files may include beside their own.
# The files that stand in src itself are the folder "".
MAY_INCLUDE = {
    "base": set(),
    "model": {"base"},
    "read": {"base", "model"},
    "prose": {"base", "model"},
    "import": {"base", "model", "read", "prose"},
    "compose": {"base", "model"},
    "font": {"base"},
    "image": {"base"},
    "layout": {"base", "font", "model/sheet.h", "model/paper.def"},
    "pdf": {"base", "font", "image", "layout/page.h", "layout/geom.h"},
    "svg": {"base", "font", "image", "layout/page.h", "layout/geom.h"},
    "unpack": {"base"},
    "lint": {"base", "model", "prose", "layout/page.h"},
    "": {"base", "model", "read", "prose", "import", "compose", "font", "image", "layout", "lint",
         "pdf", "svg", "unpack", "handout.h", "handout_context.h", "handout_draft.h",
         "handout_fonts.h", "handout_origin.h", "handout_record.h", "handout_source.h",
         "handout_svg.h"},
    "web": {"handout.h", "handout_context.h", "handout_draft.h", "handout_source.h",
            "handout_svg.h", "cli/message.h", "cli/sarif.h", "cli/fault.def", "cli/escape.h"},
    "cli": {"handout.h", "handout_context.h", "handout_draft.h", "handout_fonts.h",
            "handout_origin.h", "handout_record.h", "handout_source.h", "handout_svg.h",
            "base/device.h", "base/unicode.h", "base/text.h", "base/hash.h", "base/late.h"},
}

# A header that is allowed alone -> what it may bring along, since its structs hold some of it.
BRINGS = {
    "layout/page.h": {"layout/geom.h", "font/font.h", "model/sheet.h", "model/paper.def"},
    "layout/geom.h": {"model/paper.def"},
    "base/device.h": {"base/text.h"},
    "base/text.h": {"base/arena.h"},
}

# Foreign header -> where it may be seen, be it through headers of ours.
FOREIGN = {
    r"hpdf.*": r"src/pdf/out\.c$",
    r"libdeflate\.h": r"src/pdf/deflate\.c$",
    r"libxml/.*": r"src/import/html_tree\.c$",
    r"fontconfig/.*": r"src/cli/system_fonts\.c$",
    r"dlfcn\.h": r"src/(base/late\.h|(import/html_tree|cli/system_fonts|layout/thai)\.c)$",
    r"cmark\.h": r"src/import/markdown\.c$",
    r"hb.*": r"src/font/",
    r"fribidi\.h": r"src/layout/bidi\.c$",
    r"thai/.*": r"src/layout/thai\.c$",
    r"png.*": r"src/image/png\.c$",
    r"jpeglib\.h|jerror\.h": r"src/image/jpeg_judge\.c$",
    r"qrencode.*": r"src/image/qr\.c$",
    r"sanitizer/.*": r"src/base/",
    r"(assert|ctype|errno|float|inttypes|limits|locale|math|setjmp|signal|std\w+|string|time)\.h":
        r"",
    r"(dirent|fcntl|glob|malloc|poll|pwd|strings|unistd|sys/\w+)\.h": r"src/cli/",
}

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(["<])([^">\n]+)[">]', re.M)
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)
WORD = re.compile(r"[A-Za-z_]\w*")


class Source:
    """A file of src or include: where it is, what it includes, what it defines and uses."""

    def __init__(self, top, path):
        self.path = path
        self.name = path.relative_to(top).as_posix()
        self.key = self.name.split("/", 1)[1]  # as others include it
        self.folder = self.key.split("/")[0] if "/" in self.key else ""
        self.text = path.read_text()
        self.includes = []  # (line, header as written, path or None)
        for match in INCLUDE.finditer(self.text):
            bracket, header = match.groups()
            line = self.text.count("\n", 0, match.start()) + 1
            self.includes.append((line, header, resolve(top, path, bracket, header)))

    def code(self):
        """Without comments and texts, which name functions too."""
        return COMMENT_OR_STRING.sub(" ", self.text)


def resolve(top, path, bracket, header):
    """The file of ours that the compiler would take; None if it is none of ours."""
    beside = [path.parent] if bracket == '"' else []
    for folder in [*beside, top / "src", top / "include"]:
        if (folder / header).is_file():
            return (folder / header).resolve()
    return None


def read_sources(top):
    paths = [p for folder in ("include", "src") for p in sorted((top / folder).rglob("*"))
             if p.suffix in (".c", ".h", ".def")]
    return {path: Source(top, path) for path in paths}


def reached(sources, path):
    """Everything of ours that a file sees: path -> the file that includes it."""
    found, waiting = {}, [path]
    while waiting:
        by = waiting.pop()
        for _, _, target in sources[by].includes:
            if target and target not in found:
                found[target] = by
                waiting.append(target)
    return found


def is_in(key, allowed):
    return key in allowed or ("/" in key and key.split("/")[0] in allowed)


def allowed_for(source):
    if source.name.startswith("include/"):
        return {source.key, "handout.h"}
    allowed = MAY_INCLUDE.get(source.folder)
    if allowed is None:
        return set()
    own = {source.folder} if source.folder else set()
    return allowed | own


def may_see(source, target, allowed):
    beside = source.folder == "" and target.folder == "" and target.name.startswith("src/")
    return beside or is_in(target.key, allowed)


def check_own(sources, source):
    """Ours, directly and through headers; a header of one's own folder answers for itself."""
    allowed = allowed_for(source)
    through = allowed.union(*(BRINGS.get(header, set()) for header in allowed))
    for line, header, target in source.includes:
        where = f"{source.name}:{line}"
        if target is None:
            continue
        if not may_see(source, sources[target], allowed):
            yield f"{where}: {source.folder or 'src'} may not include {header}"
            continue
        if sources[target].folder == source.folder:
            continue
        for further, by in reached(sources, target).items():
            if not may_see(source, sources[further], through):
                yield (f"{where}: {source.folder or 'src'} may not see {sources[further].key}, "
                       f"which {sources[by].key} brings along")


def foreign_fault(name, header):
    for pattern, where in FOREIGN.items():
        if re.fullmatch(pattern, header):
            return None if re.match(where, name) else f"{header} may be seen by {where} only"
    return f"{header} is no header of ours, and none of a library that is known here"


def check_foreign(sources, source):
    seen = {}
    for path in [source.path.resolve(), *reached(sources, source.path)]:
        for line, header, target in sources[path].includes:
            if target is None:
                seen.setdefault(header, (sources[path], line))
    for header, (at, line) in seen.items():
        fault = foreign_fault(source.name, header)
        if fault:
            through = "" if at is source else f" (through {at.key})"
            yield f"{source.name}:{line if at is source else 1}: {fault}{through}"


def check_includes(sources):
    for source in sources.values():
        yield from check_own(sources, source)
        yield from check_foreign(sources, source)


# ---- Names: one function, one name ----

def function_owners(sources):
    """Name of a function -> the files of src that define one of that name, static ones too."""
    owners = {}
    for source in sources.values():
        code = source.code()
        for name in {name for name, _ in definitions(code, tables=False)}:
            owners.setdefault(name, set()).add(source.name)
    return owners


def check_names(sources, shared):
    """`shared` are names that files may have in common: name -> those files."""
    owners = function_owners(sources)
    for name, files in sorted(shared.items()):
        if not files <= owners.get(name, set()) or len(files) < 2:
            yield f"the shared name {name} is gone: take it off the list"
    for name, files in sorted(owners.items()):
        if len(files) > 1 and files != shared.get(name):
            yield f"{', '.join(sorted(files))} each have a function {name}"


# ---- Circles: which file uses a function or table that another one defines ----

def definitions(code, tables=True):
    """(name, is static) of each function and table that a file defines."""
    lines = code.split("\n")
    for number, line in enumerate(lines):
        start = number
        if line == "{":
            start -= 1
            while start > 0 and (not lines[start] or lines[start][0] in " \t"):
                start -= 1
            match = re.search(r"(\w+)\s*\(", lines[start])
        else:
            match = tables and re.match(r"[a-z][\w \*]*?(\w+)(?:\[\w*\])* = ", line)
        if match:
            yield match.group(1), lines[start].startswith("static")


def uses(sources):
    """File of src -> the files whose definitions it uses."""
    units = {s.name: s.code() for s in sources.values() if s.name.endswith(".c")}
    own = {name: set(dict(definitions(code))) for name, code in units.items()}
    owners = {}
    for name, code in units.items():
        for defined, static in definitions(code):
            if not static:
                owners.setdefault(defined, set()).add(name)
    return {name: set().union(*(owners[word] for word in set(WORD.findall(code)) - own[name]
                                if word in owners))
            for name, code in units.items()}


def can_reach(graph, start):
    """All that can be come to from there by one step or more."""
    found, waiting = set(), [start]
    while waiting:
        for target in graph.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def check_circles(sources, known):
    """`known` are steps (user, used) that close a circle and are to go; without them is none."""
    graph = uses(sources)
    ways = {name: can_reach(graph, name) for name in graph}
    for user, used in sorted(known):
        if used not in graph.get(user, ()) or user not in ways[used]:
            yield f"the known circle by {user} -> {used} is gone: take it off the list"
    rest = {name: {to for to in targets if (name, to) not in known}
            for name, targets in graph.items()}
    ways = {name: can_reach(rest, name) for name in rest}
    circles = {tuple(sorted(to for to in ways[name] if name in ways[to]))
               for name in rest if name in ways[name]}
    for circle in sorted(circles):
        yield f"{', '.join(circle)} use each other"
