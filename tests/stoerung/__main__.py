import argparse
import os
import secrets
import sys
import tempfile
from pathlib import Path

import django

from ehrenamt.datenbank import Cluster

from .postamt import Postamt


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.stoerung")
    parser.add_argument("--sekunden", type=float, default=200, help="so lange wird gestört")
    parser.add_argument("--samen", type=int, default=secrets.randbelow(10**6), help="gleicher Samen, gleiche Wahl")
    parser.add_argument("--je-sekunde", type=float, default=6, help="Anfragen je Sekunde")
    parser.add_argument("--kurz", action="store_true", help="öfter stören und nach dem Ende nicht auf die Uhr warten")
    wahl = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ehrenamt-stoerung-") as ordner:
        cluster = Cluster(Path(ordner))
        with cluster.in_benutzung() as adresse:
            os.environ |= {
                "DATABASE_URL": adresse,
                "PORTAL_GEHEIMNIS": secrets.token_hex(),
                "PORTAL_ADRESSE": "http://localhost",
                "PORTAL_DEMO": "1",
                "PORTAL_PROTOKOLL": "ERROR",
                "DJANGO_SETTINGS_MODULE": "ehrenamt.settings",
            }
            postamt = Postamt(wahl.samen, haengt=2 if wahl.kurz else 4)
            os.environ["PORTAL_MAIL"] = postamt.adresse
            django.setup()
            from .lauf import Lauf

            return Lauf(cluster, postamt, wahl).durchfuehren()


if __name__ == "__main__":
    sys.exit(main())
