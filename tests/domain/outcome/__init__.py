"""What the record of an indicator accepts, refuses and makes of its entries."""
