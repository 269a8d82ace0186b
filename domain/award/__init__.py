"""The grant of one municipality and fiscal year, from the application to the repayment."""
