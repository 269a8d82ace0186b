"""Commissions (個別委託): work under an order that one resident was offered and may accept."""
