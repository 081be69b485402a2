"""How much a run of the program costs, counted by valgrind: time says nothing on a busy machine."""

import re
import subprocess

from support.program import environment


def counted(program, folder, *arguments, statuses=(0,), stdin=b""):
    """@return the instructions of a run"""
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
               program, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment(folder), capture_output=True,
                          input=stdin, check=False)
    said = done.stderr.decode(errors="replace")
    assert done.returncode in statuses, said[-2000:]
    return int(re.search(r"I +refs: +([\d,]+)", said)[1].replace(",", ""))
