"""The specification of assets."""
