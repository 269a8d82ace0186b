"""The service as a command line."""
