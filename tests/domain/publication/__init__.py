"""The specification of publications."""
