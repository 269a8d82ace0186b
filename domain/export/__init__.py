"""Exports (持ち出し): what was written out of the record for others."""
