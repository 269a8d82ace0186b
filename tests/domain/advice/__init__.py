"""What the record of an adviser accepts, refuses and makes of its entries."""
