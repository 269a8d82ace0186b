"""What the record of workers accepts, refuses and makes of its entries."""
