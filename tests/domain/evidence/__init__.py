"""What the register of evidence accepts, refuses and makes of its entries."""
