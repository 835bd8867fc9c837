"""Mentions of money, percents, shares, counts and durations: takes a text, gives `Mention`s with plain values.

Public: `finder.find`, `money.CURRENCIES`, `money.DOLLARS`.
To add a currency, add a line to `currencies.csv`; to add a unit, one to `units.csv` (its form, its unit, its kind).
"""
