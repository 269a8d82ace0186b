"""What each spreadsheet holds, and how its rows become commands."""
