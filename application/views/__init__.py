"""What is computed when it is asked: one file, one question over several records at once."""
