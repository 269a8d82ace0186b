"""What the record of activities accepts, refuses and makes of its entries."""
