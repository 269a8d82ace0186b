"""What the record of counted facts accepts, refuses and makes of its entries."""
