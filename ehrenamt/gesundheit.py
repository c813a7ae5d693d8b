"""Does the web server on this machine answer? Asked by the demo and by a container's health check."""

import http.client
import os
import sys
from urllib.parse import urlsplit


def antwortet(port: int, host: str = "localhost") -> bool:
    verbindung = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        verbindung.request("GET", "/gesundheit/", headers={"Host": host})
        return verbindung.getresponse().status == 200
    except OSError:
        return False
    finally:
        verbindung.close()


if __name__ == "__main__":
    # The portal answers to its own name only.
    name = urlsplit(os.environ.get("PORTAL_ADRESSE", "")).hostname or "localhost"
    sys.exit(0 if antwortet(int(os.environ.get("PORT", "8000")), name) else 1)
