"""The specification of registrations under a DX scheme."""
