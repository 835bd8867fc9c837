"""Citations: what a source writes is words in them, never TeX."""

import re

import pytest

from minerals.pages import citation

FIELDS = {"key": "k", "title": "T", "author": "", "publisher": "P", "date": "2026-02-04", "url": ""}
WORDS = [  # a title, the same in TeX
    (r"C:\input{x}", r"C:\textbackslash{}input\{x\}"),
    ("50% & $5 #1 a_b", r"50\% \& \$5 \#1 a\_b"),
    ("a~b^2", r"a\textasciitilde{}b\textasciicircum{}2"),
    ("}, evil = {", r"\}, evil = \{"),
    ("Plain words, “quoted”", "Plain words, “quoted”"),
]


@pytest.mark.parametrize(("words", "tex"), WORDS)
@pytest.mark.parametrize("field", ["title", "author", "publisher"])
def test_a_field_is_words_whatever_stands_in_it(field, words, tex):
    entry = citation._entry(FIELDS | {field: words})
    assert tex in entry
    bare = re.sub(r"\\[{}]", "", entry)  # without those that are escaped
    assert bare.count("{") == bare.count("}")


def test_each_author_is_a_name_by_itself():
    assert "author = {{A {\\&} B}}" not in citation._entry(FIELDS | {"author": "A & B"})
    assert r"author = {{A \& B} and {C, D}}," in citation._entry(FIELDS | {"author": "A & B; C, D"})
