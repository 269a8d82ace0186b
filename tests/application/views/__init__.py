"""Each view, given a log."""
