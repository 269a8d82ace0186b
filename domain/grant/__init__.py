"""The plan of a grant project: its years, budget lines, key performance indicators and targets."""
