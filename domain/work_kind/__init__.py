"""Kinds of work (業務の種類): what a person decided of them, as whether fees are withheld from."""
