"""What may stand in a log line? No token of a mailed link: whoever reads the log could use it. And nobody's data."""

import logging
import re

_TOKEN = re.compile(
    r"(?<=/)[A-Za-z0-9_-]*[A-Za-z0-9][:.][A-Za-z0-9_:.-]{20,}(?=/|$|\s)|(?<=/)[A-Za-z0-9_-]{32,}(?=/|$|\s)"
)

# PostgreSQL quotes the whole row that broke a rule; it ends where Python goes on.
_ZEILENINHALT = re.compile(r"^DETAIL:.*?(?=\n\n(?:The above|During handling)|\Z)", re.MULTILINE | re.DOTALL)


class Zeile(logging.Formatter):
    """Tracebacks keep where it happened and lose what was in the row and in the address."""

    def formatException(self, ei) -> str:
        return _TOKEN.sub("…", _ZEILENINHALT.sub("DETAIL: …", super().formatException(ei)))


class OhneToken(logging.Filter):
    """Replaces anything that looks like a signed or random token in a path by "…"."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _TOKEN.sub("…", record.getMessage())
        record.args = None
        return True
