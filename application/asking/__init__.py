"""Asking: which moment, which rows, and what an answer says of itself."""
