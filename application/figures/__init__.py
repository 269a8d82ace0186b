"""Figures: numbers that leave the house, computed from effective events by a definition."""
