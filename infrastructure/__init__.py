"""How the record is kept."""
