"""The closing of a fiscal year's accounts, which differs by whose accounts they are."""
