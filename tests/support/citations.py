"""References as the program prints them, each for itself."""

import json
import re

from support.program import run
from support.wording import SMALLEST

AT_ONCE = 20  # as many as an article may have


def all_printed(program, style, items, folder, env):
    """Their texts as --dump=sheet has them, and what was said; None if they are refused."""
    (folder / "clinic.json").write_text(json.dumps(
        {"name": "N", "phone": "1", "citation_style": style}))
    (folder / "article.json").write_text(json.dumps({**SMALLEST, "references": items}))
    done = run(program, "--dump=sheet", "article.json", cwd=folder, **env)
    sheet = done.out.decode().partition('"References"')[2].partition("group fine")[0]
    texts = re.findall(r'(?m)^ +item.*? "(.*)"$', sheet)
    return texts if len(texts) == len(items) else None, done.err


def citations(program, style, items, folder, **env):
    """One text an item; what is refused has its messages behind "ERR"."""
    texts = []
    for start in range(0, len(items), AT_ONCE):
        some = items[start:start + AT_ONCE]
        printed, _ = all_printed(program, style, some, folder, env)
        for item in some if printed is None else []:
            one, message = all_printed(program, style, [item], folder, env)
            texts += one or ["ERR " + message]
        texts += printed or []
    return texts
