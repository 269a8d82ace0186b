"""What sheets hold, and what becomes of them."""
