"""The rules about where code may live."""
