"""The bundle: what an evaluator carries away and checks alone. Its format is docs/bundle.md."""
