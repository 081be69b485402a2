#!/usr/bin/env python3
"""The compiler's and the linker's guards are in what is installed: guards.py PROGRAM LIBRARY

What a checksec would say of a Release build, read with readelf.  Names are bound when they are first
called (no BIND_NOW): CMakeLists.txt says why.
"""

import re
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import tool
from support.tally import Tally

GUARDS = {  # what readelf shows of each, in one line
    "an address by chance (PIE)": r"Type: +DYN\b",
    "no stack that can run (NX)": r"GNU_STACK +(0x\w+ +){5}RW ",
    "tables closed after the start (RELRO)": r"GNU_RELRO +(0x\w+ +){5}R ",
    "a canary in each frame": r"\b__stack_chk_fail\b",
    "a check in each printf": r"\b__v?snprintf_chk\b",  # _FORTIFY_SOURCE
    "a check in each copy": r"\b__mem(cpy|move)_chk\b",
}


def main():
    tally = Tally()

    def has(elf, guard):
        assert re.search(guard, elf), f"no {guard} in readelf's lines"

    for path in sys.argv[1:]:
        elf = tool("readelf", "-hldsW", path).decode()
        for name, guard in GUARDS.items():
            tally.run(f"{Path(path).name}: {name}", has, elf, guard)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
