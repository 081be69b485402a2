#!/usr/bin/env python3
"""Many different handouts on one core: batch.py HANDOUT BARE EXAMPLE [COUNT]

Prints side by side, in one run: the bare placer and handout, and Typst if its PyPI package can be
imported.  Time is that of the processor (user and system), so that what else the machine does counts
less; files lie in memory where there is such a folder.  The bare placer writes one ready page a
process, so its time has the start of a process in it; Typst compiles the same texts in one process,
tagged and as PDF/A-2a, and has no layout to fit.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.dont_write_bytecode = True
CORPUS = Path(__file__).with_name("corpus.py")
TYPST_MOST = 100  # handouts: it takes some milliseconds for each

TEMPLATE = """#set document(title: {title})
#set page("us-letter", margin: 0.6in)
#set text(size: 12pt, lang: "en")
#set par(leading: 0.5em)
= {title_text}
{texts}
"""


def used(function):
    """Seconds of processor that the processes it starts take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    function()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def tell(name, rate, size):
    print(f"{name:24} {rate:8.0f} a second {1e3 / rate:8.2f} ms {size / 1e3:8.1f} KB")


def escaped(text):
    return "".join("\\" + c if c in "\\#$*_`<>@~=-+/[]" else c for c in text)


def typst_source(article):
    texts = [article["summary"]]
    texts += [f"- *{escaped(p['title'])}* {escaped(p['text'])}" for p in article["benefits"]]
    texts += ["== How to take it", escaped(article["dosage"]["how"]), "== Cautions"]
    texts += [f"- {escaped(caution)}" for caution in article["cautions"]]
    texts += ["== References", *(f"+ {escaped(one['title'])}" for one in article["references"])]
    texts += ["== Disclaimer", escaped(article["disclaimer"])]
    return TEMPLATE.format(title=json.dumps(article["title"]), title_text=escaped(article["title"]),
                           texts="\n\n".join(texts))


def words_of(article):
    """Its texts, a paragraph each, without any mark-up."""
    return [article["title"], article["summary"],
            *(f"{point['title']} {point['text']}" for point in article["benefits"]),
            article["dosage"]["how"], *article["cautions"],
            *(one["title"] for one in article["references"]), article["disclaimer"]]


def measure_typst(articles):
    try:
        import typst
    except ImportError:
        print("Typst: not installed (pip install typst)")
        return
    sources = [typst_source(json.loads(path.read_text(encoding="utf-8"))).encode()
               for path in articles]
    world = typst.Compiler(sources[0])  # looks for fonts once
    world.compile(sources[0], pdf_standards="a-2a")
    begun = time.process_time()
    sizes = [len(world.compile(source, pdf_standards="a-2a")) for source in sources]
    tell("Typst, in process", len(sources) / (time.process_time() - begun), sum(sizes) / len(sizes))


def main():
    program, bare, example = sys.argv[1:4]
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 1000
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(prefix="handout-bench-", dir=memory) as folder:
        corpus, out = Path(folder, "in"), Path(folder, "out")
        run(sys.executable, CORPUS, example, corpus, str(count))
        seconds = used(lambda: run(program, "-q", "-o", f"{out}/", corpus))
        made = list(out.glob("*.pdf"))
        assert len(made) == count, len(made)
        tell("handout, in one call", count / seconds,
             sum(path.stat().st_size for path in made) / count)
        placed = Path(folder, "bare.pdf")
        rounds = min(count, 200)
        seconds = used(lambda: [run(bare, placed) for _ in range(rounds)])
        tell("bare placer, a process", rounds / seconds, placed.stat().st_size)
        measure_typst(sorted(corpus.glob("0*.json"))[:TYPST_MOST])


if __name__ == "__main__":
    main()
