"""The consortium itself, and each of its members."""
