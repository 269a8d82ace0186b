"""The five elements (評価項目（５要素）) on which the plan is judged, each with its metrics.

A metric takes its value from a published figure; nothing is counted here anew.
"""
