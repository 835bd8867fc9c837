"""Seed files in; documents' texts, their passages and anchors out.

Takes the files of `seeds/`. Gives texts checked against their checksums, passages (body and page furniture), and
the exact place of a quote. Public: `seeds`, `passages`, `anchors`, `display`.
"""
