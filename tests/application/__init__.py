"""What the service does, tested on all floors below the interfaces."""
