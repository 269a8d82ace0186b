"""Spreadsheets as files: xlsx and csv."""
