"""What the record of a commission accepts, refuses and makes of its entries."""
