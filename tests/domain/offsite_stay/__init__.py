"""The specification of offsite stays."""
