"""Consents: what a person agreed to, for which purpose, in which wording, and until when."""
