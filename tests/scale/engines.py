#!/usr/bin/env python3
"""The files of data/scale/ make what one call makes: engines.py HANDOUT SOURCE

GNU parallel is run.  What Slurm and Kubernetes would run is taken from their files and called once
for each job, with the variables that they set.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from support.program import environment

ARTICLES = 230  # three lists of GNU parallel
PODS = 64  # as the file says


def pdfs(folder):
    return {path.name: path.read_bytes() for path in folder.glob("*.pdf")}


def counted(folder):
    """How many handouts the summaries of all jobs say they wrote."""
    return sum(json.loads(path.read_text())["good"] for path in folder.glob("summary-*.json"))


def slurm_variables(job, first, last, count):
    return {"SLURM_ARRAY_TASK_ID": str(job), "SLURM_ARRAY_TASK_COUNT": str(count),
            "SLURM_ARRAY_TASK_MIN": str(first), "SLURM_ARRAY_TASK_MAX": str(last)}


def parallel(scale, articles, out, run):
    run(["sh", scale / "gnu-parallel.sh", articles, out, "2"])


def slurm(first, count, ids, *jobs):
    """Jobs of an array first, first + 1, …; with other ids only some of it, told by jobs."""
    def engine(scale, articles, out, run):
        for job in ids:
            run(["sh", scale / "slurm-array.sh", articles, out, *jobs],
                **slurm_variables(job, first, ids[-1], count))
        assert counted(out) == ARTICLES
    return engine


def pod_script(scale):
    text = (scale / "kubernetes.yaml").read_text(encoding="utf-8")
    return textwrap.dedent(text.split("- |\n")[1].rpartition("          volumeMounts:")[0])


def kubernetes(scale, articles, out, run):
    out.mkdir()
    for pod in range(PODS):
        run(["sh", "-c", pod_script(scale)], cwd=out.parent, JOB_COMPLETION_INDEX=str(pod))
    assert counted(out) == ARTICLES


ENGINES = {
    "GNU parallel": parallel,
    "Slurm": slurm(0, 4, range(4)),
    "Slurm, from 1": slurm(1, 4, range(1, 5)),
    "Slurm, in two parts": slurm(0, 2, (0, 2, 1, 3), "4"),
    "Kubernetes": kubernetes,
}


def check_gaps(scale, articles, out):
    """Two jobs of four without a word on the others would leave articles out in silence."""
    done = subprocess.run(["sh", scale / "slurm-array.sh", articles, out], capture_output=True,
                          env=environment(out, **slurm_variables(3, 3, 7, 2)), check=False)
    assert done.returncode == 2 and b"gaps" in done.stderr, done


def check_spare_jobs(scale, articles, out, run):
    """A job without an article has nothing to do, and nothing has gone wrong."""
    run(["sh", scale / "slurm-array.sh", articles, out], **slurm_variables(999, 0, 999, 1000))
    for article in sorted(articles.glob("*.json"))[10:]:
        article.unlink()
    run(["sh", "-c", pod_script(scale)], cwd=out.parent, JOB_COMPLETION_INDEX=str(PODS - 1))
    assert not any(out.iterdir())


def main():
    program, source = (Path(argument).resolve() for argument in sys.argv[1:3])
    scale = source / "data/scale"
    with tempfile.TemporaryDirectory(prefix="handout-scale-") as name:
        folder = Path(name)
        articles, out = folder / "a volume/in", folder / "a volume/out"
        (folder / "bin").mkdir()
        (folder / "bin/handout").symlink_to(program)

        def run(command, cwd=folder, **variables):
            path = f"{folder}/bin:/usr/bin:/bin"
            subprocess.run([str(part) for part in command], check=True, cwd=cwd,
                           env=environment(folder, PATH=path, **variables))

        run([sys.executable, source / "tests/bench/corpus.py", source / "data/l-glutamine.json",
             articles, ARTICLES])
        run(["handout", "-q", "-o", f"{folder}/one/", articles])
        one = pdfs(folder / "one")
        assert len(one) == ARTICLES
        for title, engine in ENGINES.items():
            engine(scale, articles, out, run)
            many = pdfs(out)
            shutil.rmtree(out)
            assert one == many, f"{title}: {len(many)} of {len(one)}, or other bytes"
            print(f"{title}: {len(many)} handouts, the same bytes")
        check_gaps(scale, articles, folder)
        check_spare_jobs(scale, articles, out, run)


if __name__ == "__main__":
    main()
