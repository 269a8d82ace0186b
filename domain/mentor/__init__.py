"""Mentors: who is qualified to be one, from when and until when, and whether one has to be."""
