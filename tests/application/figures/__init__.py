"""What a figure is, as examples."""
