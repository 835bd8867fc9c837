"""Where claims differ or seem to: found by code, for a person to judge.

Every finder takes claims and gives `Found`s; none of them knows a document or a value. What a source says more
vaguely than another ("in December", "2025") does not differ from it.
"""

from ..inferred import UNSTATED
from . import amounts, reports, status
from .base import Found, Side, Tables, claim_id, differing, place_of

__all__ = ["Found", "Side", "claim_id", "find", "place_of"]


def find(claims: Tables, counted: list[dict], texts: list) -> list[Found]:
    """Every difference in the claims; `counted` says which lists a measure counts, `texts` are all documents."""
    figures, events, initiatives = claims["figures"], claims["events"], claims["initiatives"]
    lists = amounts.lists_of(claims["countries"])
    dated = [e for e in events if e["date"]]
    days = [e for e in dated if e["precision"] == "day" and e["calendar"] != UNSTATED]
    ends = [e for e in dated if "../" in e["date"]]
    offices = [s for s in claims["statements"] if s["role"]]
    return [
        *differing("amount", figures, "measure", amounts.amount, group=amounts.bounds),
        *amounts.counts_and_lists(figures, counted, lists),
        *amounts.members(claims["countries"], lists),
        *amounts.alike(figures, lists),
        *amounts.bare_dollars(figures),
        *amounts.pairs(figures),
        *reports.dates(dated, "event", "date"),
        *reports.dates([t for t in claims["targets"] if t["due"]], "metric", "due"),
        *differing("end", ends, "event", "date_words"),
        *reports.words_of_two_dates(dated),
        *differing("calendar", days, reports.document_day, reports.dated_in),
        *reports.tellings(events, initiatives),
        *status.standings(claims["countries"], initiatives),
        *differing("status", initiatives, "initiative", "status"),
        *differing("sort", initiatives, "initiative", "kind"),
        *differing("role", offices, "speaker", "role"),
        *reports.quotations(claims["statements"], texts),
    ]
