"""Mentions of dates: takes a text and the day from which it is read, gives `Mention`s with EDTF values.

Public: `finder.find`, `finder.resolve` (what words mean seen from a day), `finder.year_of`.
To add a form of date, add a line to `forms.csv`: the word that it starts with (or a role of `words.csv`), its
pattern with roles in braces, what it always says (`month=12;day=25`), and a sentence with the date that it gives.
"""
