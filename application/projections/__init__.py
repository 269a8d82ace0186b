"""One file, one question: the views that people and programs ask."""
