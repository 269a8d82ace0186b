"""Outcomes (成果): how the programme's aims are measured, and what was measured."""
