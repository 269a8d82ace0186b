"""Files of spreadsheets."""
