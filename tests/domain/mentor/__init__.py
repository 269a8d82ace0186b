"""Who is qualified as a mentor, and whether one has to be."""
