#!/usr/bin/env python3
"""data/scale/spark.py makes what one call makes: spark.py HANDOUT SOURCE, with a Python that has pyspark

A cluster of two executors, processes of their own.  One article is a FIFO: the executor whose handout
waits for it is killed, and the other one makes its partition anew.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import environment

ARTICLES, PARTITIONS = 60, 6
CLUSTER = "local-cluster[2,1,1024]"  # executors, cores, MiB
HELD = 37  # the article that is waited for
MOMENT = 0.1
PATIENCE = 600  # seconds for Java to begin


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def is_reading(fifo):
    """The processes that have it open, but for us."""
    found = []
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        try:
            if int(link.parts[2]) != os.getpid() and os.readlink(link) == str(fifo):
                found.append(int(link.parts[2]))
        except OSError:
            pass
    return found


def open_when_read(spark, fifo):
    """Waits until a handout reads the FIFO. @return our end of it"""
    for _ in range(int(PATIENCE / MOMENT)):
        assert spark.poll() is None, "Spark has ended too soon"
        try:
            return os.open(fifo, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            time.sleep(MOMENT)
    raise AssertionError("nobody reads the article")


def executor_of(pid):
    """The executor that a process was started by, or by one that it has started."""
    while pid > 1:
        if b"ExecutorBackend" in Path(f"/proc/{pid}/cmdline").read_bytes():
            return pid
        pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    raise AssertionError("the article is read by no executor")


def kill_reader(fifo):
    """The executor, and the handout, which would else read on without it."""
    readers = []
    while not readers:  # until it has come back from opening
        readers = is_reading(fifo)
    os.kill(executor_of(readers[0]), signal.SIGKILL)
    os.kill(readers[0], signal.SIGKILL)
    while is_reading(fifo):
        time.sleep(MOMENT)


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    with tempfile.TemporaryDirectory(prefix="handout-spark-") as name:
        folder = Path(name)
        articles, out = folder / "with a space", folder / "many out"
        subprocess.run([sys.executable, source / "tests/bench/corpus.py",
                        source / "data/l-glutamine.json", articles, str(ARTICLES)], check=True)
        subprocess.run([program, "-q", "-o", f"{folder}/one/", articles], check=True,
                       env=environment(folder))
        held = articles / f"{HELD:05}.json"
        text = held.read_bytes()
        held.unlink()
        os.mkfifo(held)
        with subprocess.Popen([sys.executable, source / "data/scale/spark.py", articles, out,
                               str(PARTITIONS)],
                              env={**os.environ, "HANDOUT": str(program), "SPARK_MASTER": CLUSTER},
                              stderr=subprocess.DEVNULL) as spark:
            end = open_when_read(spark, held)
            kill_reader(held)
            os.close(end)
            end = open_when_read(spark, held)
            os.set_blocking(end, True)
            os.write(end, text)
            os.close(end)
        assert spark.returncode == 0, spark.returncode
        one, many = files(folder / "one"), files(out)
    assert len(one) == ARTICLES and one == many, f"{len(many)} of {len(one)}, or other bytes"
    print(f"{len(many)} handouts, the same bytes, one executor killed")


if __name__ == "__main__":
    main()
