"""Activities of a programme: what is done, since when, and why something was stopped."""
