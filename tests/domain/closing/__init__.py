"""Closings of accounts."""
