"""What the record of clients accepts, refuses and makes of its entries."""
