"""People: which ids mean one and the same human being."""
