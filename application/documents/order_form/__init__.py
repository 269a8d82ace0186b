"""The order form (業務委託条件明示書) of a commission: its answer, its words, its paper."""
