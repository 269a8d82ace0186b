"""Clients: organisations that order work."""
