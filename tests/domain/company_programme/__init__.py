"""The specification of programmes for companies."""
