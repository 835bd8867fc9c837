"""Dates in text, with their EDTF values. Public: `finder` (`find`, `resolve`)."""
