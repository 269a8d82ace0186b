"""What the record of meetings accepts, refuses and makes of its entries."""
