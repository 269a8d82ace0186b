"""What a municipality runs to witness the log; it imports nothing of the service."""
