"""Engagements (受注案件): one order from a client, from the inquiry to its closing."""
