"""The tables in; what is left to do out.

Takes the built collection, or a new document. Gives what is coded, dismissed or open, how a new document compares,
and rows to fill in. Public: `coverage`, `crosscheck`, `suggest`, `add`, `report`.
"""
