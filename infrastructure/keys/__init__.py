"""Sealing of personal values."""
