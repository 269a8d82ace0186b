"""What the record of leads accepts, refuses and makes of its entries."""
