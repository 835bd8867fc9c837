"""How fast the finders are, against one bare pass over the words and against other libraries: `make bench`.

The texts are the corpus's own passages, recombined to documents of one length. Everything runs on one core,
in one run, and is measured in CPU time; what counts are the ratios, as machines differ.
"""

import csv
import os
import random
import re
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import peers

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "notebooks"))

LENGTH = 4000  # characters a document, about the median of the corpus's own
SIZES = (10, 100, 1000, 10_000)  # documents
SPEED = 120  # documents for the speed of one finder
ROUNDS = 9
PEER_DOCUMENTS = {
    "spacy": 50,
    "price_parser": 50,
    "dateparser": 20,
    "country_converter": 20,
    "quantulum3": 10,
}
MB = 1_000_000
NO_MORE = 10  # seconds for the worst texts
BARE = re.compile(r"\w+").findall
WORST = {
    "digits": "7" * 5 * MB,
    "dollar signs": "$" * 5 * MB,
    "one unbroken line": "In May 2026 the US spent $5 million on nickel, " * (5 * MB // 47),
    "nested quotation marks": "“‘" * (5 * MB // 4) + "’”" * (5 * MB // 4),
}


def recombined(count: int, seed: int = 1) -> list[str]:
    """So many documents of body passages drawn at random, each cut at LENGTH characters."""
    path = ROOT / "data" / "tables" / "passages.csv"
    with path.open(encoding="utf-8", newline="") as file:
        passages = [row["text"] for row in csv.DictReader(file) if row["body"] == "true"]
    draw, documents = random.Random(seed), []
    for _ in range(count):
        text = ""
        while len(text) < LENGTH:
            text += draw.choice(passages) + "\n\n"
        documents.append(text[:LENGTH])
    return documents


def seconds(work: Callable[[str], object], documents: list[str]) -> float:
    """CPU time of `work` over all documents."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def speeds(documents: list[str]) -> dict[str, float]:
    """Characters a second of the bare pass, and of all finders and each kind by their ratio to it in each
    round: another program's load weighs on a whole round."""
    from minerals.finders import KINDS, find

    works: dict[str, Callable[[str], object]] = {"bare pass": BARE, "all finders": find}
    for kind in KINDS:
        works[kind] = lambda text, kind=kind: find(text, kinds=[kind])
    rounds = [{name: seconds(work, documents) for name, work in works.items()} for _ in range(ROUNDS)]
    bare = statistics.median(r["bare pass"] for r in rounds)
    slower = {name: statistics.median(r[name] / r["bare pass"] for r in rounds) for name in works}
    return {name: LENGTH * len(documents) / bare / ratio for name, ratio in slower.items()}


def peer_speeds(documents: list[str]) -> dict[str, float]:
    """Characters a second of each library, on as many of the documents as it can read in a few seconds."""
    found = {}
    for peer, count in PEER_DOCUMENTS.items():
        asked = [{"text": text, "date": "2026-02-04", "currency": "USD"} for text in documents[:count]]
        answer = peers.ask(peer, asked)
        found[answer["name"]] = LENGTH * count / answer["seconds"]
    return found


def costs(documents: list[str]) -> dict[int, float]:
    """What a document costs when so many are read one after the other, in bare passes over it, which run
    between every hundred documents; the mean of runs over 2,500 documents or one run over all."""
    from minerals.finders import find

    found = {}
    for size in SIZES:
        runs, spent, passes = max(1, 2500 // size), 0.0, 0.0
        for run in range(runs):
            start = len(documents) // runs * run
            for n in range(start, start + size, 100):
                block = documents[n : min(n + 100, start + size)]
                spent += seconds(find, block)
                passes += seconds(BARE, block)
        found[size] = spent / passes
    return found


def verdict(reached: bool, aim: str) -> str:
    return f"{'reached' if reached else 'MISSED':8} {aim}"


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    start = time.process_time()
    from minerals.finders import find

    find("In May 2026 the US spent $5 million on nickel.")
    print(f"import and first find: {time.process_time() - start:.2f} s\n")
    documents = recombined(max(SIZES))
    found = speeds(documents[:SPEED]) | peer_speeds(documents)
    bare, all_of_them = found["bare pass"], found["all finders"]
    print(
        f"{'documents of ' + str(LENGTH) + ' characters':28} {'characters/s':>12} {'bare pass':>12} {'all finders':>12}"
    )
    for name, speed in found.items():
        print(f"{name:28} {speed:12,.0f} {bare / speed:9.1f}x {all_of_them / speed:11.1f}x")
    spacy = next(speed for name, speed in found.items() if name.startswith("spaCy"))
    print(verdict(all_of_them >= 30 * spacy, "30 times as fast as spaCy, or more"))
    print(verdict(all_of_them * 10 >= bare, "a tenth of the bare pass's speed, or more"))

    print(f"\n{'documents':>10} {'ms a document':>14} {'bare passes':>12}")
    cost = costs(documents)
    for size, passes in cost.items():
        print(f"{size:10,} {1000 * LENGTH * passes / bare:14.3f} {passes:12.2f}")
    print(verdict(abs(cost[10_000] / cost[100] - 1) < 0.1, "the same within 10 percent from 100 to 10,000"))

    print(f"\n{'5 million characters of':28} {'seconds':>8}")
    slowest = 0.0
    for name, text in WORST.items():
        spent = seconds(find, [text])
        slowest = max(slowest, spent)
        print(f"{name:28} {spent:8.1f}")
    print(verdict(slowest < NO_MORE, f"each in less than {NO_MORE} seconds"))


if __name__ == "__main__":
    main()
