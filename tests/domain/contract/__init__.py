"""What the records of contracts and of hours accept, refuse and make of their entries."""
