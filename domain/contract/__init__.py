"""Service contracts (業務委託契約) with the teams, and the hours worked under them, by the day."""
