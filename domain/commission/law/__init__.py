"""The law of commissions: rule sets, how each counts its days, and which facts touch which rule.

Nothing here says that anybody broke a law. It counts days, and says which rule a fact touches.
"""
