"""What may stand in a log line? No token of a mailed link: whoever reads the log could use it."""

import logging
import re

_TOKEN = re.compile(
    r"(?<=/)[A-Za-z0-9_-]*[A-Za-z0-9][:.][A-Za-z0-9_:.-]{20,}(?=/|$|\s)|(?<=/)[A-Za-z0-9_-]{32,}(?=/|$|\s)"
)


class OhneToken(logging.Filter):
    """Replaces anything that looks like a signed or random token in a path by "…"."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _TOKEN.sub("…", record.getMessage())
        record.args = None
        return True
