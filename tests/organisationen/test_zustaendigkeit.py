"""Who looks after an organisation whose seat lies outside of the regions served?"""

import pytest

from boerse.models import Angebot, Fassung
from organisationen.models import Organisation

from .. import fabriken

HAMM = "05915000"


@pytest.fixture
def auswaerts(gemeinden):
    return fabriken.organisation("Landesverband", HAMM, freigegeben=False)


def test_whoever_looks_after_the_first_region_served(kontaktstelle, stadt_lippstadt, auswaerts):
    fassung = fabriken.eingereicht(auswaerts, digital="nur", orte=[{"gemeinde": fabriken.SOEST}])
    assert Organisation.objects.in_zustaendigkeit(kontaktstelle).contains(auswaerts)
    assert Fassung.objects.in_zustaendigkeit(kontaktstelle).contains(fassung)
    assert Angebot.objects.in_zustaendigkeit(kontaktstelle).contains(fassung.angebot)
    for modell in (Organisation, Fassung, Angebot):
        assert not modell.objects.in_zustaendigkeit(stadt_lippstadt).exists()


def test_without_a_region_nobody_sees_anything(auswaerts):
    niemand = fabriken.konto(is_staff=True)
    assert not Organisation.objects.in_zustaendigkeit(niemand).exists()


def test_several_regions_are_served(kontaktstelle, auswaerts, settings):
    settings.PORTAL_REGIONEN = ["05974", "05915"]
    assert not Organisation.objects.in_zustaendigkeit(kontaktstelle).contains(auswaerts)
