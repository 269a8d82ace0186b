"""What the record of expenditures accepts, refuses and makes of its entries."""
