"""
Ways to break a program in C, one at a time, by changing its text.

The code is formatted, and that is relied upon: a binary operator stands between two spaces, a
statement on its own line.  What is in comments, strings and preprocessor lines is left alone, and
so are assert(), which says nothing to users, and tables, which have no operators.
"""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass, replace

# What is looked for, and what stands in its place.
OPERATORS = (
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "),
    (r" == ", " != "), (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "),
    (r" \+ ", " - "), (r" - ", " + "), (r" / ", " * "), (r" \+= ", " -= "), (r" -= ", " += "),
    (r"\+\+(?=[;)])", "--"), (r"(?<=[(;] )!(?=\w)|(?<=\()!(?=\w)", ""),
    (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
    (r"(?<= )([0-9]|[1-9][0-9]+)(?=[;),])", lambda found: str(int(found[0]) + 1)),
    (r"(?<=\bif )\((?=.*\)$)", "(!("),  # and one more at the end: see finish()
    (r"(?<=^    )( *)(?!return\b|else\b|goto\b)\w+\([^;{]*\);$", r"\1;"),  # a call, for nothing
    (r"\bcontinue;", ";"),
)
QUIET = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|/\*.*?\*/', re.DOTALL)


@dataclass(frozen=True)
class Mutant:
    path: str  # from the top of the tree
    line: int  # from 1
    before: str
    after: str
    place: int = 1  # of those in the file whose change has the same text

    def applied(self, text):
        """The text of the file with this one line changed."""
        lines = text.splitlines(keepends=True)
        assert lines[self.line - 1] == self.before + "\n"
        lines[self.line - 1] = self.after + "\n"
        return "".join(lines)

    def name(self):
        nth = f" #{self.place}" if self.place > 1 else ""
        return f"{self.path}: {self.before.strip()} => {self.after.strip() or 'nothing'}{nth}"


def blanked(text):
    """The text with what is in strings and comments as dots, as long as before."""
    return QUIET.sub(lambda found: re.sub(r"[^\n]", "\x01", found[0]), text)


def finish(line, pattern):
    return line + ")" if pattern.startswith(r"(?<=\bif )") else line


def mutants_of(path, text):
    lines, in_body = text.splitlines(), False
    for number, (line, seen) in enumerate(zip(lines, blanked(text).splitlines()), 1):
        in_body = (in_body or seen == "{") and seen != "}"
        if not in_body or seen.startswith("#") or "assert(" in seen:
            continue
        for pattern, new in OPERATORS:
            for found in re.finditer(pattern, seen):
                after = line[:found.start()] + found.expand(new) + line[found.end():] \
                    if isinstance(new, str) else line[:found.start()] + new(found) + line[found.end():]
                yield Mutant(path, number, line, finish(after, pattern))


def all_mutants(top):
    """
    In an order by chance, so the first so many are a fair sample.  A mutant's place comes from its
    own text only: where the sources change, other mutants stay in the sample.
    """
    found, seen = [], Counter()
    for path in sorted((top / "src").rglob("*.c")):
        if "web" in path.parts:
            continue
        for mutant in mutants_of(str(path.relative_to(top)), path.read_text()):
            name = mutant.name()
            seen[name] += 1
            key = hashlib.sha256(f"{name} {seen[name]}".encode()).digest()
            found.append((key, replace(mutant, place=seen[name])))
    return [mutant for _, mutant in sorted(found, key=lambda row: row[0])]
