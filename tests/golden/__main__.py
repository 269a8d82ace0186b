"""Write the golden files that are missing; with `--accept`, also those that differ."""

import argparse
import sys

from tests.golden import EVENTS, TOPICS, folds, kept, state, topics
from tests.golden.examples import EXAMPLES


def main() -> int:
    """Give 1 if a file differs and was left alone."""
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("--accept", action="store_true", help="overwrite what differs")
    accept: bool = parser.parse_args().accept
    differs = False
    EVENTS.mkdir(exist_ok=True)
    for topic in EXAMPLES:
        missing = not (EVENTS / f"{topic}.json").exists()
        if not missing and kept(topic) == state(topic):
            continue
        if missing or accept:
            (EVENTS / f"{topic}.json").write_bytes(state(topic))
        differs |= not (missing or accept)
        word = "written" if missing else "overwritten" if accept else "differs; left alone"
        sys.stdout.write(f"{topic}: {word}\n")
    if folds.made() != folds.kept():
        if accept:
            folds.accept()
        differs |= not accept
        sys.stdout.write(f"folds: {'overwritten' if accept else 'differ; left alone'}\n")
    known = topics()
    lines = [*known, *(topic for topic in EXAMPLES if topic not in known)]
    TOPICS.write_text("".join(f"{topic}\n" for topic in lines), encoding="utf-8")
    return int(differs)


if __name__ == "__main__":
    sys.exit(main())
