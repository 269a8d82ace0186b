"""What the records of the corporation and of novations accept, refuse and make of their entries."""
