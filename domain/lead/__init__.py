"""Leads (受注に向けた調整): what may become an order, from the first talk to won or lost."""
