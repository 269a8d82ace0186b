"""Each projection, fed with recorded events."""
