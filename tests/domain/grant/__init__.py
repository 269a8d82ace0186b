"""What the record of plans accepts, refuses and makes of its entries."""
