"""What the shape of a record and its values promise."""
