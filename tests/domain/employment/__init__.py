"""When a person worked, and in which form."""
