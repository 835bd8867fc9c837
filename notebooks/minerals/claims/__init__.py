"""Coded rows in; claims out, and where they disagree.

Takes rows, the finders' mentions and the facts of `data/reference/`. Gives the rows of the claim tables, every value
parsed from its own words. Public: `extract`, `disagreements`, `reference`.
"""
