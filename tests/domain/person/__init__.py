"""What the record of links between persons accepts, refuses and makes of its entries."""
