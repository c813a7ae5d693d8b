"""Who looks after an organisation whose seat lies outside of the regions served?"""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from boerse.models import Angebot, Fassung
from organisationen.models import Kontaktstelle, Konto, Organisation

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


def test_while_an_office_is_away_another_one_has_its_work_and_its_place(kontaktstelle, stadt_lippstadt, buergerin):
    kreis, stadt = kontaktstelle.kontaktstellen.get(), stadt_lippstadt.kontaktstellen.get()
    fassung, heute = fabriken.eingereicht(fabriken.organisation()), timezone.localdate()
    Kontaktstelle.objects.filter(pk=kreis.pk).update(abwesend_von=heute, abwesend_bis=heute, vertretung=stadt)
    assert Kontaktstelle.objects.zustaendig_fuer(fabriken.SOEST) == stadt
    assert "05974" in Konto.objects.get(pk=stadt_lippstadt.pk).regionen
    assert Fassung.objects.in_zustaendigkeit(Konto.objects.get(pk=stadt_lippstadt.pk)).get() == fassung
    text = buergerin.get("/kontaktstelle/").text
    assert f"nicht besetzt. Vertretung: {stadt.name}, Telefon {stadt.telefon}." in text
    assert "Closed from" in buergerin.get("/en/kontaktstelle/").text
    Kontaktstelle.objects.filter(pk=stadt.pk).update(abwesend_von=heute, abwesend_bis=heute)
    assert Kontaktstelle.objects.zustaendig_fuer(fabriken.SOEST) == kreis


@pytest.mark.parametrize(("von", "bis", "worte"), [(0, 3, True), (7, 9, True), (8, 9, False), (-3, -1, False)])
def test_citizens_read_of_an_absence_a_week_ahead(kontaktstelle, von, bis, worte):
    heute = timezone.localdate()
    stelle = kontaktstelle.kontaktstellen.get()
    stelle.abwesend_von, stelle.abwesend_bis = heute + timedelta(days=von), heute + timedelta(days=bis)
    assert bool(stelle.abwesenheit) == worte


@pytest.mark.parametrize(("von", "bis"), [(0, None), (None, 0), (1, 0)])
def test_an_absence_has_a_first_and_a_last_day(kontaktstelle, von, bis):
    stelle, heute = kontaktstelle.kontaktstellen.get(), timezone.localdate()
    stelle.abwesend_von, stelle.abwesend_bis = (tag if tag is None else heute + timedelta(tag) for tag in (von, bis))
    with pytest.raises(ValidationError, match="den ersten und den letzten Tag"):
        stelle.full_clean()
