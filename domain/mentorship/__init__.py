"""Mentoring of one resident worker: finding a mentor, goals, sessions, and how it ends."""
