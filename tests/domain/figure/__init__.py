"""What the record of figures' definitions accepts and refuses."""
