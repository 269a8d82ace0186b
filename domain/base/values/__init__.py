"""Values with a public meaning: money, minutes, fiscal years, Japanese dates, public codes."""
