"""The program by which a municipality witnesses the log, against the real service."""
