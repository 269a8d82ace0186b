"""What is done before a signal ends the process, where Python itself would do nothing.

A process that dies of SIGTERM runs no exit hooks, and its embedded PostgreSQL would stay behind.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_FATAL = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)

before_death: set[Callable[[], None]] = set()
"""What is called once before a fatal signal takes effect, in no particular order."""

_section = threading.RLock()
_inside = False
_deferred: list[int] = []


@contextmanager
def undisturbed() -> Iterator[None]:
    """Hold fatal signals back until the block is done, and let one thread in at a time.

    Blocks may be nested in one thread.
    """
    global _inside  # noqa: PLW0603 - a signal handler shares state through its module
    _listen()
    with _section:
        outermost, _inside = not _inside, True
        try:
            yield
        finally:
            _inside = not outermost
    if outermost and _deferred:
        os.kill(os.getpid(), _deferred.pop())


def _listen() -> None:
    """Take the fatal signals that nobody handles.

    Whoever handles one (Python does SIGINT) ends the process in an orderly way, exit hooks
    included, and may need the database until then.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in _FATAL:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _on_fatal)


def _on_fatal(number: int, _frame: FrameType | None) -> None:
    if _inside:
        _deferred.append(number)
        return
    try:
        for call in tuple(before_death):
            call()
    finally:
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)
