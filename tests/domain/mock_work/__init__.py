"""Mock work, and taking part in it."""
