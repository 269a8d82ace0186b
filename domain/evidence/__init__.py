"""The papers and files that facts are taken from: evidence items and received imports."""
