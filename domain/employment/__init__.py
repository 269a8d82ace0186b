"""Employment of a person: when it began and ended, and in which form; what "hired" may count."""
