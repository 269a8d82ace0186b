"""Career support of a worker."""
