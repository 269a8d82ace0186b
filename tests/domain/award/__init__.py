"""Grants of the municipalities."""
