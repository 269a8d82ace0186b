"""Evaluations (評価): what an evaluator samples, examines and asks, and what is answered."""
