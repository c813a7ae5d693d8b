"""What may staff of a Kontaktstelle touch in the admin? A group, provided after each migration."""

GRUPPE = "Kontaktstelle"
# Beside these, every object is looked up through in_zustaendigkeit().
RECHTE = {
    "organisationen": {
        "organisation": ["view", "change"],
        "uebernahmeantrag": ["view", "change"],
        "ortsteil": ["view", "add", "change", "delete"],
        "gemeinde": ["view"],
        "kontaktstelle": ["view", "change"],
        "barrieremeldung": ["view", "change"],
    },
    "boerse": {
        "angebot": ["view", "change"],
        "fassung": ["view", "change"],
        "anfrage": ["view", "change"],
        "meldung": ["view", "change"],
        "engagementwunsch": ["view", "change"],
        "thema": ["view", "change"],
        "zielgruppe": ["view", "change"],
        "taetigkeit": ["view", "change"],
        "wortgruppe": ["view", "add", "change"],
        "schreibregel": ["view", "change"],
        "textbaustein": ["view", "add", "change"],
        "vorlage": ["view", "add", "change"],
        "suchluecke": ["view", "change"],
    },
    "ehrenamt": {
        "seite": ["view", "change"],
        "nachricht": ["view", "change"],
        "erklaerung": ["view", "change"],
        "gebaerdenfilm": ["view", "add", "change", "delete"],
        "barriere": ["view", "add", "change", "delete"],
    },
}


def rechte_bereitstellen() -> None:
    """Give the group what it lacks; what staff of a deployment added stays."""
    from django.contrib.auth.models import Group, Permission
    from django.db.models import Q

    bedingung = Q(pk__in=[])
    for app, modelle in RECHTE.items():
        for modell, taten in modelle.items():
            codes = [f"{tat}_{modell}" for tat in taten]
            bedingung |= Q(content_type__app_label=app, codename__in=codes)
    gruppe, _neu = Group.objects.get_or_create(name=GRUPPE)
    gruppe.permissions.add(*Permission.objects.filter(bedingung))
