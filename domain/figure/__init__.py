"""Definitions of figures, published as events."""
