"""Keys that sign checkpoints, and what the signer remembers."""
