"""What the service promises, as examples."""
