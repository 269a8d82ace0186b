"""The shape of an event, of a command, of a rule; value objects."""
