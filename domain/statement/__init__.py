"""Stated values: what is known only from a document, shown apart and added to nothing."""
