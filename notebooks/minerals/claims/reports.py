"""What a source tells: events, the roles of countries, minerals, statements and initiatives."""

import re

from ..coding.rows import Row, Span
from ..finders import Context, find
from ..finders.countries import finder as known
from . import inferred
from .actors import Actors
from .rows import anchor, basis, dated, plain, span_columns, stands

_MARKS = re.compile('[“”"]')
_UNTIL = ("until", "through", "till")  # of what goes on, and ends on the date that follows


def event(row: Row, names: dict[str, str], about: dict[str, str], actors: Actors) -> dict:
    date, words = _dated(row)
    if date and not row["calendar"]:
        terms = "with a term of calendar in data/coding/vocabulary.csv"
        raise row.fail(f"calendar is empty, and date_words give a date; fill it in {terms}")
    return {
        "claim": row.id(row["event"], row["event"], words), "event": row["event"],
        "name": names[row["event"]], **span_columns(date),
        "date_words": words, "date_basis": basis(row, "date"), "calendar": row["calendar"],
        "title": row["title"], "initiative": about.get(row["event"], ""),
        "category": row["category"], "status": row["status"],
        "actors": _actors(row), "actor_ids": _ids(row, actors), **anchor(row),
    }  # fmt: skip


def _dated(row: Row) -> tuple[str, str]:
    """(EDTF, words) of the row's date; open at the start where the words tell until when it goes on."""
    date, words = dated(row, "date")
    return f"../{date}" if words.split(" ")[0].lower() in _UNTIL else date, words


def _actors(row: Row) -> str:
    """The actors as coded; a country must be found in the document, another name must stand in it."""
    doc = row.document
    named = {m.iso3 for m in doc.mentions if m.kind == "country"}
    for actor in filter(None, row["actors"].split(";")):
        if code := _code(actor):
            raise row.fail(f"the actor «{actor}» is a country's name; did you mean {code}?")
        if actor not in named and actor not in doc.text[doc.start : doc.end]:
            raise row.fail(
                f"the actor «{actor}» is neither a country that {doc.id} names nor words that stand in it"
            )
    return row["actors"]


def _ids(row: Row, actors: Actors) -> str:
    """The actors of the row as ids, each once, with `;` between."""
    named = filter(None, row["actors"].split(";"))
    return ";".join(dict.fromkeys(actors.id(words, row, "actors") for words in named))


def _code(actor: str) -> str:
    """The code of the one country that `actor` names, and names only; empty where it is a code, or another's name."""
    found = find(actor, Context(), ["country"])
    whole = len(found) == 1 and found[0].text == actor and found[0].form == "name"
    return found[0].iso3 if whole else ""


def countries(row: Row, actors: Actors):
    span = row.words("words")
    finds = row.found("country", span)
    if not finds:
        raise row.fail(
            f"no country is found in «{span.text}»; allowed are ISO 3166-1 countries and the EU by name"
        )
    date, _ = _dated(row)
    for iso3 in dict.fromkeys(m.iso3 for m in finds):
        words = next(m.text for m in finds if m.iso3 == iso3)
        yield {
            "claim": row.id(f"{iso3}-{row['role']}", iso3, row["initiative"], row["role"], row["status"], span.text),
            "iso3": actors.country(iso3), "country": known.name(iso3), "initiative": row["initiative"],
            "topic": row["topic"], "role": row["role"], "status": row["status"], "date": date, "words": words, **anchor(row),
        }  # fmt: skip


def minerals(row: Row, nz_list: set[str]):
    span = row.words("words")
    finds = row.found("mineral", span)
    if not finds:
        raise row.fail(
            f"no mineral is found in «{span.text}»; see the list of minerals that the finder knows"
        )
    if row["doubtful"] not in ("", "yes"):
        raise row.fail(f"doubtful is «{row['doubtful']}»; write yes, or leave it empty")
    for mineral in dict.fromkeys(m.mineral for m in finds):
        mention = next(m for m in finds if m.mineral == mineral)
        yield {
            "claim": row.id(f"{mineral}-{row['role']}", mineral, row["role"], span.text), "mineral": mineral,
            "group": mention.form == "group", "role": row["role"], "doubtful": row["doubtful"] == "yes",
            "on_nz_list": mineral in nz_list, "layer": "corpus", "source_id": "", "words": mention.text, **anchor(row),
        }  # fmt: skip


def statement(row: Row, actors: Actors, days: inferred.Days) -> dict:
    """A quotation. Its anchor is the quoted words themselves.

    Without a date of its own it has the day of the event at which it was said, as other documents date that, and
    without such an event its document's date.
    """
    words = row.words("words")
    date, said_words = dated(row, "said")
    doc, base, speaker = row.document, basis(row, "said"), actors.speaker(row)
    _hold_closed(row, words)
    if row["said_at"]:
        date, base = inferred.day_of(row, row["said_at"], days), "event"
    if bool(date) != bool(row["calendar"]):
        raise row.fail("give a calendar where said_words or said_at date it, and nowhere else")
    return {
        "statement": row.id(row["speaker"], words.text, str(words.start - row.start)), "speaker": row["speaker"],
        "speaker_id": speaker, "speaks_for": actors.governments(speaker), "initiative": row["initiative"],
        "topic": row["topic"], "said_at": row["said_at"], "calendar": row["calendar"],
        "role": row.words("role_words", "role_quote").text, "said_on": date or doc.published,
        "said_on_basis": base or "document", "said_on_words": said_words,
        "venue": row.words("venue_words", "venue_quote").text,
        "attribution": row.words("attribution", "attribution_quote").text,
        "attribution_basis": "stated" if row["attribution"] and not row["attribution_quote"] else "context",
        **anchor(row),
        "start": words.start, "end": words.end, "quote": words.text,
    }  # fmt: skip


def _hold_closed(row: Row, words: Span) -> None:
    """Problem where the quotation is not closed and the next paragraph goes on with it: it is one, and one row."""
    doc = row.document
    here = next((i for i, p in enumerate(doc.body) if p.start <= words.end - 1 < p.end), None)
    if here is None or here + 1 == len(doc.body):
        return
    rest = doc.text[words.end : doc.body[here].end]
    if not _MARKS.search(rest) and _MARKS.match(doc.text, doc.body[here + 1].start):
        raise row.fail(
            f"«… {words.text[-40:]}» is not closed, and the next paragraph goes on with it; code both as one quotation"
        )


def initiative(row: Row) -> dict:
    date, words = dated(row, "date")
    return {
        "claim": row.id(row["initiative"], row["initiative"], row["status"], row["name_words"]),
        "initiative": row["initiative"], "name": plain(row.words("name_words").text), "kind": row["kind"],
        "lead": plain(row.words("lead_words").text), "status": row["status"], "date": date, "date_words": words,
        "predecessor": row["predecessor"], "successor": row["successor"], **anchor(row),
    }  # fmt: skip


def provision(row: Row, names: dict[str, str], actors: Actors) -> dict:
    words = row.words("words")
    return {
        "claim": row.id(row["provision"], row["initiative"], row["kind"], row["provision"], words.text),
        "initiative": row["initiative"], "kind": row["kind"], "provision": row["provision"],
        "name": names[row["provision"]], "words": words.text, "said_by": stands(row, "said_by"),
        "said_by_id": actors.id(row["said_by"], row, "said_by") if row["said_by"] else "", **anchor(row),
    }  # fmt: skip
