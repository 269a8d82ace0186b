"""The verifier, held against the page docs/bundle.md."""
