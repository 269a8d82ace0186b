"""What the record of issued documents accepts, refuses and makes of its entries."""
