"""A new document: taken in whole or not at all, never twice, and only if the collection still builds with it."""

import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ..coding import documents
from ..corpus import seeds
from ..corpus.passages import BODY, Passage, split
from ..errors import Problem
from ..tables import files
from ..tables.build import Inputs, read

FIELDS = ("title", "publisher", "short", "published", "url", "currency")
_PARTS = ("seeds", "data/coding", "data/reference")
_FRONT = re.compile(r"\s*---\n(.*?)\n?---(?=\n|$)", re.DOTALL)
_OPENED = re.compile(r"\s*---\n\w+:")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_KINDS = {  # what a file begins with or holds that is no plain text, and what it is
    "a web page (HTML)": re.compile(r"<!doctype html|</(?:html|head|body|script|div|p)>", re.I),
    "a PDF": re.compile(r"\A%PDF-"),
    "a word processor's file (RTF)": re.compile(r"\A\{\\rtf"),
}
_WORD = re.compile(r"\w+")
_DAY = "2026-02-20"  # as an example
_RUN = 5  # words in a row that two texts share
ALIKE = 0.5  # of the shorter text's runs: between two reports of one event hardly any are shared


def add(
    root: Path, path: Path, given: dict[str, str], report: Callable = lambda *_: None
) -> tuple[str, Inputs, Inputs]:
    """Take `path` into the seeds of `root`; the seed's name, and the collection before and after.

    `given` are metadata (`FIELDS`) that go into its front matter; `report` is called with what is given back, before
    anything is written. Problem, and nothing changed, where the file cannot be read, is there already or nearly so, or
    the collection does not build with it. Two at once take their turns.
    """
    text = _headed(path, _text(path), given)
    with files.alone(root / "seeds"):
        return _taken(root, path, text, report)


def _taken(root, path, text, report) -> tuple[str, Inputs, Inputs]:
    content = text.encode()
    digest = hashlib.sha256(content).hexdigest()
    _sweep(root / "seeds")
    before = read(root)
    listed = seeds.sums(root / "seeds" / seeds.SUMS)
    for name in (name for name, known in listed.items() if known == digest):
        raise Problem(f"{path}: is in the collection already, as seeds/{name}; nothing is added")
    _hold_apart(path, text, before)
    _hold_named(path, text, before)
    number = max((int(name[:3]) for name in listed if name[:3].isdigit()), default=-1) + 1
    name = f"{number:03}_{digest[:16]}.txt"
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder)
        for part in _PARTS:
            shutil.copytree(root / part, trial / part)
        _put(trial / "seeds", name, content, listed | {name: digest})
        try:
            after = read(trial)
        except Problem as problem:
            says = str(problem).replace(f"{trial}/", "").replace(name, str(path))
            raise Problem(f"{says}{chr(10) if len(problem.each) > 1 else '; '}nothing is added") from None
    report(name, before, after)
    _put(root / "seeds", name, content, listed | {name: digest})
    return name, before, after


def _put(folder: Path, name: str, content: bytes, sums: dict[str, str]) -> None:
    """The seed and its line in the checksums, both or neither."""
    try:
        files.write(folder / name, content)
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
        files.write(folder / seeds.SUMS, lines.encode())
    except BaseException as error:
        for left in (folder / name, folder / f".{name}.new", folder / f".{seeds.SUMS}.new"):
            with suppress(OSError):
                left.unlink()
        if isinstance(error, OSError):
            raise Problem(f"{folder}: cannot be written ({error.strerror}); nothing is added") from None
        raise


def _sweep(folder: Path) -> None:
    """Take away what an `add` left that was killed between its writes: a seed named after its content, and in no list."""
    listed = seeds.sums(folder / seeds.SUMS)
    for path in folder.iterdir():
        mine = re.fullmatch(r"\d{3,}_([0-9a-f]{16})\.txt", path.name)
        half = re.fullmatch(rf"\.(\d{{3,}}_[0-9a-f]{{16}}\.txt|{seeds.SUMS})\.new", path.name)
        whole = mine and hashlib.sha256(path.read_bytes()).hexdigest().startswith(mine[1])
        if half or (whole and path.name not in listed):
            path.unlink()


def _text(path: Path) -> str:
    """The text of the file, its line ends made plain and without a byte order mark; Problem where it is no text."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise Problem(f"{path}: is neither a file nor a folder; name a text file")
    with suppress(OSError), path.open("rb") as file:
        if file.read(2) in _UTF16:
            raise Problem(f"{path}: is in UTF-16; save it as UTF-8")
    text = seeds.decode(path).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for kind, sign in _KINDS.items():
        if sign.search(text):
            raise Problem(f"{path}: is {kind}; save its text as plain text in UTF-8, and add that")
    if _OPENED.match(text) and not _FRONT.match(text):
        raise Problem(
            f"{path}: opens its front matter with --- and never closes it; put --- on a line below it"
        )
    return text


def _headed(path: Path, text: str, given: dict[str, str]) -> str:
    """The text with `given` in its front matter; a field that the file gives already is given once only."""
    given = {field: value for field, value in given.items() if value}
    if not given:
        return text
    for field, value in given.items():
        if any("\ud800" <= c <= "\udfff" for c in value):  # bytes of the command line that are no UTF-8
            raise Problem(f"{path}: --{field} is not UTF-8; type it again, in a terminal that writes UTF-8")
    head = _FRONT.match(text)
    for field in given:
        if head and re.search(
            rf"^({'date|' if field == 'published' else ''}{field}):", head[1], re.MULTILINE
        ):
            raise Problem(
                f"{path}: {field} stands in its front matter; leave --{field} out, or mend the file"
            )
    lines = "".join(f"{field}: {_quoted(' '.join(value.split()))}\n" for field, value in given.items())
    own = f"{head[1]}\n" if head and head[1] else ""
    return f"---\n{own}{lines}---\n{text[head.end() :] if head else chr(10) + text}"


def _quoted(value: str) -> str:
    """`value` in YAML, its own characters untouched, so that it stands there word for word."""
    mark = next((m for m in "\"'" if m not in value and not (m == '"' and "\\" in value)), "")
    return f"{mark}{value}{mark}" if mark else f"|-\n  {value}"


def _hold_apart(path: Path, text: str, before: Inputs) -> None:
    """Problem where the new text says much of what a document says, in the same words."""
    for part in seeds.parts(text, str(path)):
        new = body(text, split(text, part.start, part.end))
        if not _WORD.search(new):
            raise Problem(f"{path}: holds no body text that could be read; nothing is added")
        for old in (page.document for page in before.pages):
            there = body(old.text, old.body)
            share = alike(new, there)
            if share >= ALIKE:
                part = f"{share:.0%} of it is in {old.id}"
                if len(_runs(new)) > len(_runs(there)):
                    part = f"{share:.0%} of {old.id} is in it"
                raise Problem(
                    f"{path}: {part} (seeds/{old.source_file}) word for word: a copy, or one story on two sites; nothing "
                    "is added"
                )


def _hold_named(path: Path, text: str, before: Inputs) -> None:
    """Problem where the new text has no day of publication, or the name of a document that is there."""
    try:
        pages = documents.pages({str(path): text}, [])
    except Problem as problem:
        raise _undated(path, text) or problem from None
    known = {page.document.id: page.document.source_file for page in before.pages}
    for name in (page.document.id for page in pages if page.document.id in known):
        raise Problem(
            f"{path}: would be called {name}, as seeds/{known[name]} is; give it another name with --short; nothing is added"
        )


def _undated(path: Path, text: str) -> Problem | None:
    """What to type where a day of publication is all that the text lacks."""
    try:
        documents.pages({str(path): _headed(path, text, {"published": _DAY})}, [])
    except Problem:
        return None
    return Problem(
        f"{path}: no date of publication can be read; type the command again with --published {_DAY} (its own day) at the "
        f"end, or write `published: {_DAY}` into its front matter; nothing is added"
    )


def alike(one: str, other: str) -> float:
    """The share of the shorter text's runs of words that are in the other too; 0 where one has too few words.

    >>> alike("a b c d e f", "x a b c d e y")
    0.5
    """
    runs, others = _runs(one), _runs(other)
    return len(runs & others) / min(len(runs), len(others)) if runs and others else 0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return set(zip(*(words[n:] for n in range(_RUN)), strict=False))


def body(text: str, passages: list[Passage]) -> str:
    return "\n".join(text[p.start : p.end] for p in passages if p.kind in BODY)
