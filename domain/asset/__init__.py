"""Assets (備品): bought, lent, moved, counted, lost, disposed of; and each town's thresholds."""
