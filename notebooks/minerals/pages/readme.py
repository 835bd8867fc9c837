"""The pages that follow from the tables: the README's lists, and the contact sheet of the figures."""

import json
import re

from .. import charts, tables
from ..charts.chart import Chart
from ..charts.stretches import written
from ..corpus import leftovers
from . import citation


def filled(text: str) -> str:
    """`text` with what stands between its markers (`<!-- name -->` and `<!-- /name -->`) made anew."""
    for name, lines in (("notebooks", _notebooks()), ("documents", _documents()), ("tables", _tables())):
        between = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        text = re.sub(
            between, lambda m, lines=lines: m[1] + "\n".join(lines) + "\n" + m[2], text, flags=re.DOTALL
        )
    return text


def _notebooks():
    """Each notebook with its own finding, the bold opening of its first cell."""
    for path in leftovers.kept(tables.ROOT / "notebooks", "*.ipynb"):
        opening = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
        yield f"- [{path.stem}](notebooks/{path.name}): {re.search(r'[*]{2}(.+?)[*]{2}', opening)[1]}"


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


def _files(name) -> str:
    """Links to a chart's pictures, at every size that it has."""
    if name in charts.PLATED:
        return f"[SVG]({name}.svg) · [PNG]({name}.png)"
    sizes = {"page": "", "slide": "-slide", "phone": "-phone"}
    links = [
        f"{size} ([PNG]({name}{end}.png), [SVG]({name}{end}.svg))"
        for size, end in sizes.items()
        if size != "phone"
    ]
    return " · ".join([*links, f"phone ([PNG]({name}-phone.png))"])


def contact_sheet(made: dict[str, Chart]) -> str:
    """Every chart with its caption, its files, its sources and its citation, as Markdown."""
    lines = [
        "# Figures",
        "",
        "Each chart as SVG and PNG, for a page, a slide and a phone, with the table behind it as CSV. "
        "Built by `make figures`.",
        "",
    ]
    for name, chart in made.items():
        notebook = next((tables.ROOT / "notebooks").glob(f"{name[:2]}_*.ipynb")).name
        lines += [
            f"## {chart.title}", "", f"![{chart.alt}]({name}.png)", "", f"{chart.subtitle.removesuffix('.')}.", "",
            f"{chart.source}", "",
            f"{_files(name)} · [table]({name}.csv) · [BibTeX, with its sources]({name}.bib) · "
            f"[notebook](../notebooks/{notebook})", "", f"Cite as: {citation.text(chart)}", "",
        ]  # fmt: skip
    return "\n".join(lines)
