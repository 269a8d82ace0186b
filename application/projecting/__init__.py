"""Projecting: what a projection is, and how its rows follow from the log, live or anew."""
