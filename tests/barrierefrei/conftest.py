import pytest

from tests.test_zugriff import im_bestand, szene  # noqa: F401


@pytest.fixture
def welt(im_bestand, szene, leitung, kontaktstelle, angemeldet) -> dict:  # noqa: F811
    """Something of each kind that pages show, and who looks at it."""
    return {
        "felder": {
            "angebot": szene["angebot"].get_absolute_url(),
            "organisation": szene["organisation"].pk,
            "seite": szene["organisation"].get_absolute_url(),
        },
        "im_bestand": im_bestand,
        "szene": szene,
        "leitung": leitung,
        "kontaktstelle": kontaktstelle,
        "angemeldet": angemeldet,
    }
