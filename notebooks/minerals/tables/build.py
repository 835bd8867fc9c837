"""Seeds, coding sheets and reference in; tables out."""

import hashlib
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from .. import tables
from ..claims import disagreements, reference
from ..claims import extract as claims
from ..claims.actors import Actors
from ..coding import documents
from ..coding import rows as coding
from ..coding.documents import Page
from ..coding.rows import Row, slug
from ..corpus import seeds
from ..corpus.passages import BODY
from . import derived, files, keys, links, lookups


def build(root: Path = tables.ROOT, folder: Path | None = None) -> dict[str, int]:
    """Build every table of the collection at `root` into `folder`; rows per table. Problem, and no table, on bad input."""
    with files.alone(root / "seeds"):  # an `add` that is under way is waited for
        made, terms = assemble(root)
        tables.save(made, terms, folder or root / "data" / "tables")
    return {name: len(lines) for name, lines in made.items()}


def unjudged(folder: Path = tables.FOLDER) -> int:
    """How many differences in the built tables nobody has judged."""
    told = tables.load("disagreements", folder)
    return told[told["verdict"] == disagreements.UNJUDGED]["disagreement"].nunique()


_STEM = 40  # letters of a mention's words in its id


class Inputs(NamedTuple):
    """What was read: the coding sheets with every row anchored, the pages, the claims and the reference list."""

    sheets: dict[str, list[Row]]
    pages: list[Page]
    claims: dict[str, list[dict]]
    nz_list: list[dict]
    actors: Actors


def read(root: Path) -> Inputs:
    """Everything that the collection at `root` holds; Problem where any of it does not hold."""
    texts = seeds.load(root / "seeds")
    sheets = coding.load(root / "data" / "coding")
    nz_list = reference.nz_list(root / "data" / "reference")
    pages = documents.pages(texts, sheets["documents"])
    known = {page.document.id: page.document for page in pages}
    actors = Actors(sheets["actors"], [page.value("publisher") for page in pages])
    claimed = claims.build(sheets, known, {line["mineral"] for line in nz_list}, actors)
    return Inputs(sheets, pages, claimed, nz_list, actors)


def assemble(root: Path) -> tuple[dict[str, list[dict]], dict[str, set[str]]]:
    """All tables as plain rows in their final order, and the terms of each vocabulary."""
    sheets, pages, claimed, nz_list, actors = read(root)
    order = {page.document.id: i for i, page in enumerate(pages)}
    made = {
        "documents": [_document(page, actors) for page in pages],
        "metadata": [line for page in pages for line in _metadata(page)],
        "passages": [line for page in pages for line in _passages(page)],
    }
    made["mentions"] = [
        line
        for page in pages
        for line in _mentions(page, [p for p in made["passages"] if p["document"] == page.document.id])
    ]
    for name, lines in claimed.items():
        key = claims.ID.get(name, "claim")
        made[name] = sorted(
            lines, key=lambda line, key=key: (order[line["document"]], line["start"], line[key])
        )
    made["minerals"] += nz_list
    made["disagreements"] = disagreements.build(sheets, {p.document.id: p.document for p in pages}, claimed)
    made["figures"] = disagreements.settled(made["figures"], sheets["disagreements"], made["disagreements"])
    made["claims"] = links.claims(made)
    links.tables_of(made["claims"], made["disagreements"])
    links.named(made["disagreements"], actors)
    made |= {
        "initiative_claims": links.initiatives(made),
        "actor_claims": links.actors(made, actors),
        "initiative_index": lookups.initiatives(sheets, made),
        **lookups.coded(sheets),
        **lookups.facts(root / "data" / "reference", actors),
    }
    made["actors"] = actors.lines()  # the last, for the others name them
    derived.complete(made, tables.columns())
    keys.hold(made)
    return made, _terms(sheets, made)


def _terms(sheets, made) -> dict[str, set[str]]:
    """Vocabulary -> its terms."""
    terms = defaultdict(set)
    for row in sheets["vocabulary"]:
        terms[row["vocabulary"]].add(row["term"])
    for line in made["disagreements"]:  # what nobody has judged has a name of the code's own
        terms["disagreement"].add(line["disagreement"])
        terms["disagreement_kind"].add(line["kind"])
        terms["verdict"].add(line["verdict"])
    return terms


def _document(page: Page, actors: Actors) -> dict:
    doc = page.document
    basis = next(f.basis for f in page.fields if f.field == "published")
    return {
        "document": doc.id, "source_file": doc.source_file, "start": doc.start, "end": doc.end,
        **{field: page.value(field) for field in documents.FIELDS}, "published_basis": basis,
        "publisher_id": actors.publisher(page.value("publisher")) if page.value("publisher") else "",
        "characters": _inked(doc.text[doc.start : doc.end]),
        "body_characters": sum(_inked(doc.text[p.start : p.end]) for p in page.passages if p.kind in BODY),
    }  # fmt: skip


def _inked(text):
    return len("".join(text.split()))


def _metadata(page: Page):
    for field in page.fields:
        yield {"document": page.document.id, "source_file": page.document.source_file, **field._asdict()}


def _passages(page: Page) -> list[dict]:
    lines, seen, doc = [], Counter(), page.document
    for kind, start, end in page.passages:
        text = doc.text[start:end]
        name = f"{doc.id}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
        seen[name] += 1
        lines.append({
            "passage": name if seen[name] == 1 else f"{name}-{seen[name]}", "document": doc.id,
            "source_file": doc.source_file, "kind": kind, "body": kind in BODY, "start": start, "end": end,
            "text": text,
        })  # fmt: skip
    return lines


def _mentions(page: Page, passages: list[dict]) -> list[dict]:
    """The mentions of a page in its `passages`; an id lives as long as the words of the passage around it."""
    lines = []
    for mention in page.document.mentions:
        within = next(p for p in passages if p["start"] <= mention.start and mention.end <= p["end"])
        place = (within["passage"], mention.kind, mention.text, str(mention.start - within["start"]))
        digest = hashlib.sha256("\x1f".join(place).encode()).hexdigest()[:8]
        lines.append({
            "mention": f"{slug(mention.text)[:_STEM] or mention.kind}-{digest}",
            "document": page.document.id, "source_file": page.document.source_file, "passage": within["passage"],
            **mention._asdict(),
        })  # fmt: skip
    return lines
