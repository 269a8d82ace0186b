"""Offsite stays (立科WORK TRIP): a firm is invited, comes, and is kept in touch with."""
