import time
from collections.abc import Callable
from pathlib import Path

PROJEKT = Path(__file__).resolve().parent.parent.parent


def warten_bis(bedingung: Callable[[], bool], sekunden: float = 20) -> None:
    """Looks again and again until it is so; the deadline is for a busy machine only."""
    frist = time.monotonic() + sekunden
    while not bedingung():
        assert time.monotonic() < frist, "ist nicht eingetreten"
        time.sleep(0.02)
