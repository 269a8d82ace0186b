"""The specification of consents."""
