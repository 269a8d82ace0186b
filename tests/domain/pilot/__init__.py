"""The specification of pilots."""
