"""Issued documents (提出文書): which were handed in, and which figures they state."""
