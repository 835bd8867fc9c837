"""What people decided, in; rows tied to their places out.

Takes the sheets of `data/coding/` and the documents of the corpus. Gives validated rows, and what each document says
of itself. Public: `rows`, `sheets`, `checks`, `documents`.
"""
