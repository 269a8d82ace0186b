"""The witnesses of the log: municipalities that co-sign how large it was, and what it held."""
