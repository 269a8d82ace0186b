"""Keys that sign checkpoints, and what the signer remembers outside the database."""
