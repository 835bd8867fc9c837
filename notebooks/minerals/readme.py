"""The lists in the README that follow from the tables: which documents, and which tables with how many rows."""

import re

from . import tables
from .charts.stretches import written


def filled(text: str) -> str:
    """`text` with what stands between its markers (`<!-- name -->` and `<!-- /name -->`) made anew."""
    for name, lines in (("documents", _documents()), ("tables", _tables())):
        between = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(
            between, lambda m, lines=lines: m[1] + "\n".join(lines) + "\n" + m[2], text, flags=re.DOTALL
        )
    return text


def _documents():
    yield "| document | what | published | file |\n| --- | --- | --- | --- |"
    for d in tables.load("documents").itertuples():
        inferred = " (inferred)" if d.published_basis == "inferred" else ""
        what = d.title or f"{d.kind or 'untitled'}, {d.publisher}"
        seed = f"[{d.source_file[:3]}](seeds/{d.source_file})"
        yield f"| `{d.document}` | {what} | {written(d.published)}{inferred} | {seed} |"


def _tables():
    yield "| table | a row is | rows |\n| --- | --- | --- |"
    for name, description in tables.described().items():
        meaning = description.removeprefix("A row is ").removesuffix(".")
        yield f"| [{name}](data/tables/{name}.csv) | {meaning} | {len(tables.load(name))} |"
