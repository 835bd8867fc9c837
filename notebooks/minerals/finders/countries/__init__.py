"""Countries in text, with their ISO 3166-1 alpha-3 codes. Public: `finder`."""
