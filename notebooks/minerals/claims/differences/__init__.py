"""Claims in; the differences between them out, found by code for a person to judge. Public: `find`."""
