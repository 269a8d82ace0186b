"""What is in a bundle, and what is not."""
