"""What the rule sets say: days as each counts them, choice, clocks, and matters to check."""
