"""What the record of a client's order accepts, refuses and makes of its entries."""
