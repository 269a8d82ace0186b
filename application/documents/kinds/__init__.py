"""What each kind of sheet holds: one file, one kind."""
