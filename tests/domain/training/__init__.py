"""Courses, and taking part in them."""
