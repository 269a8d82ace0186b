"""Checks a bundle without trusting, or importing, the service that made it."""
