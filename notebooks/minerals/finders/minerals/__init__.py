"""Minerals, metals and materials in text. Public: `finder`."""
