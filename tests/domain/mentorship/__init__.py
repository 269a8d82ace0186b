"""The mentorship: what it accepts and what it refuses."""
