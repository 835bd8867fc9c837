"""The pages that follow from the tables: the lists in the READMEs, and the contact sheet of the figures."""

import ast
import json
import re
from pathlib import Path

from .. import charts, tables
from ..charts.chart import DPI, Chart
from ..charts.stretches import written
from ..corpus import leftovers
from ..errors import Problem
from . import citation


def filled(root: Path = tables.ROOT) -> dict[Path, str]:
    """Each page with what is between its markers (`<!-- name -->` and `<!-- /name -->`) made from the tables."""
    return {root / page: _filled((root / page).read_text("utf-8"), made) for page, made in _PAGES.items()}


def _filled(text, made):
    for name, lines in made.items():
        between = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        new = "".join(f"{line}\n" for line in lines())
        text, found = re.subn(between, lambda m, new=new: m[1] + new + m[2], text, flags=re.DOTALL)
        if not found:
            raise Problem(f"the markers <!-- {name} --> and <!-- /{name} --> are missing; put them back")
    return text


def _notebooks():
    """Each notebook with its own finding, the bold opening of its first cell."""
    for path in leftovers.kept(tables.ROOT / "notebooks", "*.ipynb"):
        opening = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
        yield f"- [{path.stem}]({path.name}): {re.search(r'[*]{2}(.+?)[*]{2}', opening)[1]}"


def _packages():
    """Each package of the library with the first line of its docstring, in the order of the data."""
    yield "| package | what goes in, what comes out |\n| --- | --- |"
    for name in PACKAGES:
        module = ast.parse((Path(__file__).parents[1] / name / "__init__.py").read_text("utf-8"))
        yield f"| [{name}](minerals/{name}) | {ast.get_docstring(module).splitlines()[0]} |"


def _documents():
    yield "| document | what | published | file |\n| --- | --- | --- | --- |"
    for d in tables.load("documents").itertuples():
        inferred = " (inferred)" if d.published_basis == "inferred" else ""
        what = d.title or f"{d.kind or 'untitled'}, {d.publisher}"
        seed = f"[{d.source_file[:3]}](../seeds/{d.source_file})"
        yield f"| `{d.document}` | {what} | {written(d.published)}{inferred} | {seed} |"


def _tables():
    yield "| table | a row is | rows |\n| --- | --- | --- |"
    for name, description in tables.described().items():
        meaning = description.removeprefix("A row is ").removesuffix(".")
        yield f"| [{name}](tables/{name}.csv) | {meaning} | {len(tables.load(name))} |"


PACKAGES = ("corpus", "finders", "coding", "claims", "tables", "review", "charts", "pages")
_PAGES = {
    "notebooks/README.md": {"notebooks": _notebooks, "packages": _packages},
    "data/README.md": {"documents": _documents, "tables": _tables},
}


def pictures(name: str) -> dict[str, tuple]:
    """The ends of the names of a chart's pictures, each with what `save` takes to make it: at every size that it has."""
    if name in charts.PLATED:
        return {".svg": ("svg",), ".png": ("png", DPI)}
    sizes = {"page": "", "slide": "-slide", "phone": "-phone"}
    png = {f"{end}.png": ("png", size) for size, end in sizes.items()}
    return png | {f"{end}.svg": ("svg", size) for size, end in sizes.items() if size != "phone"}


def _links(name) -> str:
    """Links to a chart's pictures."""
    names = {"": "page", "-slide": "slide", "-phone": "phone"}
    if name in charts.PLATED:
        return f"[SVG]({name}.svg) · [PNG]({name}.png)"
    links = {}
    for end in pictures(name):
        size, _, form = end.partition(".")
        links.setdefault(names[size], []).append(f"[{form.upper()}]({name}{end})")
    return " · ".join(f"{size} ({', '.join(files)})" for size, files in links.items())


def contact_sheet(sections: list[str]) -> str:
    """Every chart with its caption, its files, its sources and its citation, as Markdown."""
    head = (
        "# Figures\n\nEach chart as SVG and PNG, for a page, a slide and a phone, with the table behind it as CSV. "
        "Built by `make figures`.\n\n"
    )
    return head + "\n".join(sections)


def section(name: str, chart: Chart) -> str:
    """What the contact sheet says of one chart."""
    notebook = next((tables.ROOT / "notebooks").glob(f"{name[:2]}_*.ipynb")).name
    note = chart.subtitle.rstrip(".")
    return "\n".join([
        f"## {chart.title}", "", f"![{chart.alt}]({name}.png)", "", f"{note}.", "", f"{chart.source}", "",
        f"{_links(name)} · [table]({name}.csv) · [BibTeX, with its sources]({name}.bib) · "
        f"[notebook](../notebooks/{notebook})", "", f"Cite as: {citation.text(chart)}", "",
    ])  # fmt: skip
