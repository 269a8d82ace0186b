"""Families of events: the first word of a topic says what an event is about."""

IN_CONFIDENCE = frozenset({"mentorship", "mentor", "career"})
"""What was said in confidence: nobody who evaluates is shown it whole, or led to it."""


def family_of(topic: str) -> str:
    """Give a topic's family."""
    return topic.partition(".")[0]
