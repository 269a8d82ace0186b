"""The log and its projections in PostgreSQL."""
