"""What the records of delegations and assistance accept, refuse and make of their entries."""
