"""Mentions of minerals, metals and materials: takes a text, gives `Mention`s with one name for all spellings.

Public: `finder.find`, `finder.groups` (every name with its group).
To add a mineral, add a line to `names.csv`; words that only look like one go into `exclusions.csv`.
"""
