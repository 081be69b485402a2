"""
One tree in which every chosen mutant is compiled, and a switch (switch.c) that says which one runs:

    int f(int a)                  int f(int a)
    {                             {
        return a < 1;      =>     if (mutant_is(7)) {
    }                                 return a <= 1;
                                  } else {
                                      return a < 1;
                                  }
                                  }

So 200 mutants need one build, and a mutant costs no more than its tests.
"""

import json
import shlex
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parents[1]
WORK = TOP / "build/mutants"
TREE, BUILD, SWITCH = WORK / "tree", WORK / "build", WORK / "libswitch.so"
MOST_MUTANTS = 1 << 16  # a byte each in WORK/reached
BOTH_CORES = 2


def quiet(*command, **more):
    """@return whether it went well, and what it said"""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace", check=False, **more)
    return done.returncode == 0, done.stdout


def must(*command, **more):
    went_well, said = quiet(*command, **more)
    assert went_well, said[-2000:]
    return said


def copy_tree():
    """What git knows, as it is in the work tree."""
    for name in must("git", "ls-files", cwd=TOP).splitlines():
        put(TREE / name, (TOP / name).read_bytes())
        shutil.copymode(TOP / name, TREE / name)


def put(file, content):
    """What is the same already stays, and is not built anew."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or file.read_bytes() != content:
        file.write_bytes(content)


def configure():
    """Assertions are on, as in one of the two builds of ./check."""
    copy_tree()
    must("gcc", "-O1", "-shared", "-fPIC", f'-DFOLDER="{WORK}"', f"-DMOST_MUTANTS={MOST_MUTANTS}",
         HERE / "switch.c", "-o", SWITCH)
    must("cmake", "-S", TREE, "-B", BUILD, "-DHANDOUT_TESTS=ON", "-DCMAKE_BUILD_TYPE=Mutants",
         "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON", f"-DCMAKE_C_STANDARD_LIBRARIES={SWITCH}",
         f"-DCMAKE_C_FLAGS=-O1 -w -include {HERE}/switch.h")


# ---- Which mutants are worth a test ----

class Compiler:
    """Compiles a file of src as the build does, but with optimisation."""

    def __init__(self):
        rows = json.loads((BUILD / "compile_commands.json").read_text())
        self.commands = {row["file"]: shlex.split(row["command"]) for row in rows}
        self.originals = {}

    def compiled(self, path, text):
        """@return the object, or none: it does not compile"""
        command = self.commands[str(TREE / path)]
        flags = command[1:command.index("-o")]
        place = ["-iquote", str((TREE / path).parent), "-x", "c"]
        done = subprocess.run(
            [command[0], *flags, "-O2", *place, "-S", "-o", "-", "-"],
            input=f'# 1 "{path}"\n{text}', capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else None

    def original(self, path):
        if path not in self.originals:
            self.originals[path] = self.compiled(path, (TOP / path).read_text())
        return self.originals[path]

    def is_different(self, mutant):
        """Whether the mutant compiles, and to another program than the original."""
        made = self.compiled(mutant.path, mutant.applied((TOP / mutant.path).read_text()))
        return made is not None and made != self.original(mutant.path)


def chosen_of(mutants, count, first):
    """The first so many that are different, by their numbers."""
    compiler, found = Compiler(), {}
    with ThreadPoolExecutor(BOTH_CORES) as pool:
        for start in range(first, len(mutants), 16):
            some = range(start, min(start + 16, len(mutants)))
            for number, different in zip(some, pool.map(compiler.is_different,
                                                        [mutants[i] for i in some])):
                if different and len(found) < count:
                    found[number] = mutants[number]
            if len(found) == count:
                break
    return found


# ---- The tree ----

def body_of(lines, line):
    """@return the indices of the `{` and the `}` around a line (from 1) of a function"""
    begin = max(i for i in range(line) if lines[i] == "{")
    return begin, next(i for i in range(line, len(lines)) if lines[i] == "}")


def switched(text, numbered):
    """The text of a file in which each of its mutants can be chosen."""
    lines, bodies = text.splitlines(), {}
    for number, mutant in numbered:
        bodies.setdefault(body_of(lines, mutant.line), []).append((number, mutant))
    for (begin, end), own in sorted(bodies.items(), reverse=True):
        made = []
        for number, mutant in own:
            changed = mutant.applied(text).splitlines()[begin + 1:end]
            made += [f"if (mutant_is({number})) {{", *changed, "} else"]
        lines[begin + 1:end] = [*made, "{", *lines[begin + 1:end], "}"]
    return "\n".join(lines) + "\n"


def plant(chosen):
    by_path = {}
    for number, mutant in chosen.items():
        by_path.setdefault(mutant.path, []).append((number, mutant))
    for path, numbered in by_path.items():
        put(TREE / path, switched((TOP / path).read_text(), numbered).encode())
    must("cmake", "--build", BUILD, "--parallel", str(BOTH_CORES))
