"""Residents who register to take commissioned work, and what they can do."""
