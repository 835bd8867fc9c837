"""Mentions of countries: takes a text, gives `Mention`s with ISO 3166-1 alpha-3 codes, EUU and XKX.

Public: `finder.find`, `finder.name`, `finder.codes`.
To add a country's name, add a line to `names.csv` (a people's: `demonyms.csv`, a capital's or a seat of
government's: `metonyms.csv`; words that only look like a country: `exclusions.csv`).
"""
