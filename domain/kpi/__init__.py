"""Counted facts: what a key performance indicator counts, one stream for each."""
