"""What the record of stated values accepts, refuses and makes of its entries."""
