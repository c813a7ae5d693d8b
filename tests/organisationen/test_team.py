"""Who acts for an organisation: invitations, roles, leaving."""

import pytest

from ehrenamt.models import Verlaufseintrag
from ehrenamt.rollen import Akteur, Rolle
from organisationen.models import Teamzugang
from organisationen.models.teamzugang import LetzteLeitung


def _zugang(konto) -> Teamzugang:
    return Teamzugang.objects.get(konto=konto)


def test_the_last_leitung_can_neither_leave_nor_step_down(leitung, redaktion):
    akteur = Akteur(Rolle.ORGANISATION, leitung)
    with pytest.raises(LetzteLeitung):
        _zugang(leitung).beenden(akteur)
    with pytest.raises(LetzteLeitung):
        _zugang(leitung).rolle_aendern("redaktion", akteur)
    assert _zugang(leitung).ist_leitung


def test_after_handing_over_the_leitung_can_leave(leitung, redaktion, sportverein):
    akteur = Akteur(Rolle.ORGANISATION, leitung)
    _zugang(redaktion).rolle_aendern("leitung", akteur)
    _zugang(leitung).beenden(akteur)
    assert list(sportverein.team.all()) == [redaktion]
    vorgaenge = Verlaufseintrag.objects.von(sportverein).values_list("vorgang", flat=True)
    assert list(vorgaenge)[:2] == ["zugang_beenden", "rolle_aendern"]
