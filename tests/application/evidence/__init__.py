"""What shows that the record says what it says."""
