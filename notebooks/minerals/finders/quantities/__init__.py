"""Money, percents, shares, counts and durations in text. Public: `finder`, `money`."""
