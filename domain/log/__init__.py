"""The log itself: how it was opened."""
