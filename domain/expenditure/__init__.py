"""Money committed, paid and returned."""
