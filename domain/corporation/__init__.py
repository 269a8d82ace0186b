"""The corporation (法人): its founding, what was transferred to it, which contracts followed."""
