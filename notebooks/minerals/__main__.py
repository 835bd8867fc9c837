"""`python -m minerals`: build the tables, audit the coding, add a document, or find mentions in any text."""

import argparse
import datetime
import json
import sys
from pathlib import Path

from . import progress
from .errors import Problem

_EVERY = 100  # files between two lines of progress


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it went well, 1 with one line on standard error when the input was bad."""
    for stream in (sys.stdout, sys.stderr):  # sources are in UTF-8, whatever the terminal says it is
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    options = parser.parse_args(arguments)
    progress.shown = not options.quiet
    try:
        options.run(options)
    except Problem as problem:
        print(f"minerals: {problem}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader (head, say) has seen enough
        sys.stderr.close()
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
        print(f"minerals: {what}; check the folder, its permissions and the disk", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("minerals: stopped; what was there before is there still", file=sys.stderr)
        return 130
    finally:
        progress.shown = False  # whoever calls this from Python asked for one command's progress
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="python -m minerals", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="command")

    def command(name, run, what, example):
        one = commands.add_parser(
            name,
            help=what,
            description=f"{what[0].upper()}{what[1:]}.",
            epilog=f"example: python -m minerals {example}",
        )
        one.add_argument("--quiet", action="store_true", help="no progress on standard error")
        one.set_defaults(run=run)
        return one

    command("build", _build, "make data/tables from seeds, coding and reference", "build --quiet")
    figures = command(
        "figures",
        _figures,
        "run the notebooks and write the charts to figures/, where something changed",
        "figures --all",
    )
    figures.add_argument("--all", action="store_true", help="every notebook and chart, whatever has changed")
    command(
        "audit", _audit, "list what is to be coded or judged, and compare the corpus with the record", "audit"
    )
    command(
        "suggest",
        _suggest,
        "write what is to be coded or judged as rows to fill in, to data/suggested/",
        "suggest",
    )
    _add_options(command(
        "add", _add, "take a document into seeds/, and say what it brings",
        'add ../tests/new_document.txt --published 2026-02-20 --publisher "Andes Wire" --currency USD',
    ))  # fmt: skip
    find = command(
        "find", _find, "print the mentions in texts, as JSON Lines or CSV",
        "find ../seeds --date 2026-02-04 --currency NZD --format csv",
    )  # fmt: skip
    find.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text in UTF-8: a file, a folder of files, or - for standard input",
    )
    find.add_argument("--date", type=_date, metavar="YYYY-MM-DD", help="the texts' date, for 'on Monday'")
    find.add_argument("--currency", type=_currency, metavar="CODE", help="ISO 4217, for a bare '$'")
    find.add_argument(
        "--format", choices=("jsonl", "csv"), default="jsonl", help="JSON Lines (the default) or CSV"
    )
    return parser


def _add_options(add):
    add.add_argument(
        "file",
        metavar="FILE",
        help="plain text in UTF-8, with or without front matter; Windows line ends become plain ones",
    )
    add.add_argument("--published", type=_date, metavar="YYYY-MM-DD", help="its date, for 'on Monday'")
    add.add_argument("--currency", type=_currency, metavar="CODE", help="ISO 4217, for a bare '$'")
    for field, what in (("title", "its title"), ("publisher", "who published it"), ("url", "its address")):
        add.add_argument(f"--{field}", help=what)
    add.add_argument("--short", help="the publisher's name on charts and in the document's id")


def _date(words):
    from .coding.documents import YEARS

    try:
        date = datetime.date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{words}' is no date; write it as 2026-02-04") from None
    if not YEARS[0] <= date.year <= YEARS[1]:
        raise argparse.ArgumentTypeError(f"'{words}' is not in the years {YEARS[0]} to {YEARS[1]}; mend it")
    return date


def _currency(words):
    from .finders.quantities import money

    if words not in money.PLACES:
        raise argparse.ArgumentTypeError(f"'{words}' is no ISO 4217 code; write NZD or USD, say")
    return words


def _build(_):
    from .tables import build

    for name, rows in build.build().items():
        print(f"{name:12} {rows:5} rows")
    if open_ := build.unjudged():
        print(f"{open_} difference{'s are' if open_ > 1 else ' is'} not judged: python -m minerals audit")


def _figures(options):
    from . import tables
    from .pages import publish

    for path in publish.figures(everything=options.all):
        print(f"wrote {path.relative_to(tables.ROOT)}")


def _audit(_):
    from .review import coverage as audit
    from .review import crosscheck
    from .tables import ROOT
    from .tables.build import read

    inputs = read(ROOT)
    found, unjudged = audit.judged(inputs), audit.unjudged(inputs)
    for kind, coded, dismissed, open_ in audit.counts(found):
        print(f"{kind:15} {coded:4} coded {dismissed:4} dismissed {open_:4} open")
    for find in (f for f in found if f.state == "open"):
        print(
            f"{find.document}, {find.start}-{find.end}: {find.kind} «{find.text}» in «{_line(find.sentence)}»"
        )
    print(f"\nDisagreements\n{len(inputs.sheets['disagreements']):4} rows, {len(unjudged)} to judge")
    for one in unjudged:
        print("\n".join(_to_judge(one)))
    held = crosscheck.held(ROOT)
    print("\nThe record")
    for topic, *numbers in crosscheck.counts(held):
        print(
            f"{topic:11}" + ",".join(f"{n:4} {v}" for n, v in zip(numbers, crosscheck.VERDICTS, strict=True))
        )
    for row in (r for r in held if r.verdict == "differs"):
        print(
            f"{row.document}, {row.start}-{row.end}: {row.subject}: «{row.corpus}»; {row.source_id}: «{row.record}»"
        )


def _to_judge(one):
    before = (
        f" (judged «{one.row['verdict']}» when it said something else)"
        if one.row and one.row["verdict"]
        else ""
    )
    yield f"to judge: {one.topic}{before}: {one.found.key}"
    for side in one.found.sides:
        yield f"  {side.claim['document']}, {side.claim['start']}-{side.claim['end']}: «{_line(side.reading)}»"


def _line(words):
    return " ".join(words.split())


def _suggest(_):
    from .review import suggest
    from .tables import ROOT

    added = suggest.suggest(ROOT)
    for name, rows in added.items():
        print(f"data/suggested/{name}.csv: {rows} rows added")
    if not added:
        print(
            "nothing to suggest: every find is coded, dismissed or suggested, and every difference judged or suggested"
        )


def _add(options):
    from .review import add as adding
    from .review import report
    from .tables import ROOT

    given = {field: str(getattr(options, field) or "") for field in adding.FIELDS}
    lines = []
    adding.add(ROOT, Path(options.file), given, lambda *taken: lines.extend(report.lines(*taken)))
    print("\n".join(lines))


def _find(options):
    from . import finders
    from .corpus import texts

    context, skipped = finders.Context(options.date, options.currency or ""), []

    def skip(problem):
        skipped.append(problem)
        print(f"minerals: {problem}; skipped", file=sys.stderr)

    write = _csv_writer(finders.Mention._fields) if options.format == "csv" else _write_json
    for name, text in progress.over(texts.each(options.files, skip), "find", _EVERY):
        for mention in finders.find(text, context):
            write({"file": name, **mention._asdict()})
    if skipped:
        files = "1 file" if len(skipped) == 1 else f"{len(skipped):,} files"
        raise Problem(f"{files} skipped, as said above; the others are read")


def _write_json(row):
    print(json.dumps(row, ensure_ascii=False))


def _csv_writer(fields):
    import csv

    from .tables.store import cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["file", *fields])
    return lambda row: writer.writerow([cell(value) for value in row.values()])


if __name__ == "__main__":
    sys.exit(main())
