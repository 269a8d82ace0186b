"""The specification of the outreach policy and its plans."""
