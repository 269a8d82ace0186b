"""The demonstration: a real plan, and residents, clients and orders that are invented.

Every person, company, order, amount paid and counted fact told here is made up (架空).
Only the plan of the grant project and what is stated of it are real.
"""
