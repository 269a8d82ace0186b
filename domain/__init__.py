"""What can happen in a programme, and its rules. Pure."""
