"""Publications (情報発信): what was said in public, under which policy, and whom it shows."""
