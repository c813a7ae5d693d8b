"""The tables of states: every state × transition × role, for listings, texts, enquiries and organisations."""

import pytest
from django.db import DatabaseError, transaction

from boerse.models import Anfrage, Angebot, Engagementwunsch, Fassung
from ehrenamt import ablauf
from ehrenamt.models import Nachricht, Verlaufseintrag
from ehrenamt.rollen import ORGANISATION, Akteur, Rolle
from organisationen.models import Organisation

from . import fabriken

MACHEN = {
    Organisation: fabriken.organisation,
    Angebot: fabriken.angebot,
    Fassung: fabriken.fassung,
    Anfrage: fabriken.anfrage,
    Engagementwunsch: fabriken.engagementwunsch,
}


@pytest.fixture
def objekte(gemeinden):
    return {modell: machen() for modell, machen in MACHEN.items()}


@pytest.mark.parametrize("modell", MACHEN)
def test_every_pair_of_state_and_transition_does_what_the_table_says(modell, objekte):
    """One object is put into each state by hand, then each transition is tried in each role."""
    objekt = objekte[modell]
    for schritt in modell.ABLAUF:
        for status in modell.Status.values:
            for rolle in Rolle:
                _versuchen(objekt, schritt, status, rolle)


def _versuchen(objekt, schritt, status: str, rolle: Rolle) -> None:
    erlaubt = status in schritt.von and rolle in schritt.wer
    with transaction.atomic():
        type(objekt).objects.filter(pk=objekt.pk).update(status=status)
        vorher = Verlaufseintrag.objects.von(objekt).count()
        try:
            with transaction.atomic():
                ablauf.status_wechseln(objekt, schritt.name, akteur=Akteur(rolle), grund="Weil es sein muss.")
            gelungen = True
        except ablauf.AblaufFehler:
            gelungen = False
        objekt.refresh_from_db()
        fall = f"{type(objekt).__name__}: {schritt.name} from {status} by {rolle}"
        assert gelungen == erlaubt, fall
        assert objekt.status == (schritt.nach if erlaubt else status), fall
        assert Verlaufseintrag.objects.von(objekt).count() == vorher + erlaubt, fall
        transaction.set_rollback(True)


@pytest.mark.parametrize("modell", MACHEN)
def test_transitions_that_need_a_reason_refuse_to_go_without(modell, objekte):
    objekt = objekte[modell]
    for schritt in modell.ABLAUF:
        if schritt.grund_noetig:
            with transaction.atomic():
                modell.objects.filter(pk=objekt.pk).update(status=min(schritt.von))
                with pytest.raises(ablauf.GrundFehlt):
                    ablauf.status_wechseln(objekt, schritt.name, akteur=Akteur(min(schritt.wer)), grund="  ")
                transaction.set_rollback(True)


@pytest.mark.parametrize("modell", MACHEN)
def test_every_state_is_reached_and_every_table_names_known_states(modell):
    bekannt = set(modell.Status.values)
    erreicht = {schritt.nach for schritt in modell.ABLAUF}
    genannt = erreicht.union(*(schritt.von for schritt in modell.ABLAUF))
    anfang = {modell._meta.get_field("status").default}
    assert genannt <= bekannt
    assert erreicht | anfang == bekannt


def test_the_database_refuses_a_state_that_is_not_in_the_table(objekte):
    for modell, objekt in objekte.items():
        with pytest.raises(DatabaseError), transaction.atomic():
            modell.objects.filter(pk=objekt.pk).update(status="erfunden")


def test_the_verlauf_is_append_only(objekte):
    eintrag = Verlaufseintrag.objects.von(objekte[Angebot]).first()
    with pytest.raises(DatabaseError), transaction.atomic():
        Verlaufseintrag.objects.filter(pk=eintrag.pk).update(nach="archiviert")


def test_when_a_person_is_deleted_the_role_remains_in_the_verlauf(kontaktstelle):
    fassung = fabriken.eingereicht()
    fassung.freigeben(Akteur(Rolle.KONTAKTSTELLE, kontaktstelle), mail=False)
    kontaktstelle.delete()
    eintrag = Verlaufseintrag.objects.von(fassung).get(vorgang="freigeben")
    assert eintrag.konto is None
    assert eintrag.rolle == Rolle.KONTAKTSTELLE


def test_a_mail_exists_only_if_its_cause_was_committed(sportverein):
    with pytest.raises(RuntimeError), transaction.atomic():
        sportverein.sperren(fabriken.DURCH_KONTAKTSTELLE, "Verstoß gegen die Nutzungsbedingungen.")
        assert Nachricht.objects.filter(anlass="organisation_gesperrt").exists()
        raise RuntimeError
    assert not Nachricht.objects.exists()
    assert not Verlaufseintrag.objects.von(sportverein).filter(vorgang="sperren").exists()


def test_several_objects_go_together_or_not_at_all(sportverein):
    fassungen = [fabriken.fassung(sportverein), fabriken.eingereicht(sportverein)]
    with pytest.raises(ablauf.NichtMoeglich):
        ablauf.alle_wechseln(fassungen, "einreichen", akteur=ORGANISATION)
    assert [f.status for f in fassungen] == ["entwurf", "eingereicht"]
    assert Fassung.objects.wartend().get() == fassungen[1]
    ablauf.alle_wechseln(fassungen[:1], "einreichen", akteur=ORGANISATION)
    Fassung.objects.alle_freigeben(fassungen, fabriken.DURCH_KONTAKTSTELLE, mail=False)
    assert Angebot.objects.oeffentlich().count() == 2
    assert {e.von for f in fassungen for e in Verlaufseintrag.objects.von(f)} == {"entwurf", "eingereicht"}
