"""Where a quote stands: exact, never fuzzy, and nothing is normalised before it is looked for.

A quote is W3C Web Annotation's TextQuoteSelector (`exact`, and `prefix` where the words recur); what comes
back is a TextPositionSelector (`start`, `end` in code points, end exclusive). Likeness serves the error alone.
"""

from difflib import SequenceMatcher

from ..errors import Problem


def locate(
    text: str, quote: str, prefix: str = "", start: int = 0, end: int | None = None
) -> tuple[int, int]:
    """The one place of `quote`, directly after `prefix`, in `text[start:end]`; Problem if there is none or several.

    >>> locate("two dozen, a dozen", "dozen", prefix="a ")
    (13, 18)
    """
    end = len(text) if end is None else end
    if not quote.strip():
        raise Problem("the quote is empty; copy the words from the source")
    sought = prefix + quote
    found = text.find(sought, start, end)
    if found < 0:
        near = _nearest(text[start:end], sought)
        stands = f"there stands «{_short(near)}»" if near else "nothing like it stands there"
        raise Problem(f"expected «{_short(sought)}», and {stands}")
    again = text.find(sought, found + 1, end)
    if again >= 0:
        raise Problem(
            f"«{_short(quote)}» stands at {found + len(prefix)} and at {again + len(prefix)}; "
            "quote more of the sentence, or give the words before it as prefix"
        )
    return found + len(prefix), found + len(sought)


def hold(text: str, start: int, end: int, quote: str) -> None:
    """Problem unless `text[start:end]` is `quote`."""
    if text[start:end] != quote:
        raise Problem(
            f"expected «{_short(quote)}» at {start}-{end}, and there stands «{_short(text[start:end])}»"
        )


def _nearest(text, sought):
    """The stretch of `text`, as long as `sought`, that shares the longest run with it."""
    run = SequenceMatcher(None, text, sought, autojunk=False).find_longest_match()
    begin = max(run.a - run.b, 0)
    return text[begin : begin + len(sought)] if run.size > 3 else ""


def _short(words, most=300):
    words = words.replace("\n", "⏎")
    return words if len(words) <= most else f"{words[: most // 2]} […] {words[-most // 2 :]}"
