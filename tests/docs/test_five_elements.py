"""The page on the five elements against the metrics themselves."""

import re

from application.elements.metric import Element
from application.elements.metrics import METRICS
from application.registry import EVENT_OF_TOPIC
from tests.docs.pages import ROOT

TABLE = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs/five-elements.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|")
][2:]
BY_CODE = {metric.code: metric for metric in METRICS}


def codes(text: str) -> list[str]:
    """Give what a cell names."""
    return re.findall(r"`([^`]+)`", text)


def test_it_speaks_of_each_metric_once_under_its_element() -> None:
    """In the order of the answer."""
    element, said = "", []
    for first, metrics, *_ in TABLE:
        element = first.partition(":")[0] or element
        said += [(element, code) for code in codes(metrics)]
    numbered = {one: f"{number} {one.ja}" for number, one in enumerate(Element, start=1)}
    assert said == [(numbered[metric.element], metric.code) for metric in METRICS]


def test_it_names_events_that_the_metric_reads() -> None:
    """No topic that there is not, and none that the value does not come from."""
    for _, metrics, events, _ in TABLE:
        for code in codes(metrics):
            reads = set(BY_CODE[code].reads)
            assert {EVENT_OF_TOPIC[topic] for topic in codes(events)} <= reads
