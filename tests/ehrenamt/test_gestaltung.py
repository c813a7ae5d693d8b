"""Does the build keep what the pages use, drop the rest, and survive being interrupted?"""

import pytest

from ehrenamt import gestaltung


def test_the_css_keeps_only_the_components_in_use():
    css = (
        '@charset "UTF-8";@font-face{font-family:x;src:url("a;b{c}.woff2")}'
        ":root{--kern-1:1px}.kern-btn,.kern-accordion{color:red}.kern-card:hover{color:blue}"
        "@media (min-width:1px){.kern-card{x:y}.kern-btn--primary:not(.kern-label,.b){x:y}}"
        "@media print{.kern-card{x:y}}"
        '.kern-icon--danger{mask:url("data:image/svg+xml,{}")}.kern-icon--home{x:y}'
    )
    assert gestaltung.nur_benoetigtes(css) == (
        ":root{--kern-1:1px}.kern-btn{color:red}"
        "@media (min-width:1px){.kern-btn--primary:not(.kern-label,.b){x:y}}"
        '.kern-icon--danger{mask:url("data:image/svg+xml,{}")}'
    )


@pytest.fixture
def bauplatz(tmp_path, settings, monkeypatch):
    """A build folder of its own, without the registry and without the seconds for the fonts."""
    settings.BAU = tmp_path
    kern = tmp_path / "kern"
    (kern / "dist").mkdir(parents=True)
    (kern / "dist" / "kern.min.css").write_text(":root{--kern-1:1px}")
    (kern / "LICENSE.md").write_text("EUPL")
    monkeypatch.setattr(gestaltung, "ZIEL", tmp_path / "gestaltung")
    monkeypatch.setattr(gestaltung, "STEMPEL", tmp_path / "gestaltung" / ".stempel")
    monkeypatch.setattr(gestaltung, "_kern_installieren", lambda: kern)
    monkeypatch.setattr(gestaltung, "_schriften", lambda quelle, ziel: ["@font-face{}"])
    return tmp_path


def test_a_second_build_does_nothing(bauplatz):
    assert gestaltung.bauen()
    assert (bauplatz / "gestaltung" / "kern" / "kern.css").read_text() == ":root{--kern-1:1px}"
    assert not gestaltung.bauen()


def test_a_build_that_breaks_off_leaves_the_old_one(bauplatz, monkeypatch):
    gestaltung.bauen()
    monkeypatch.setattr(gestaltung, "_stempel", lambda: "neu")
    monkeypatch.setattr(gestaltung, "_schriften", lambda quelle, ziel: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        gestaltung.bauen()
    assert (bauplatz / "gestaltung" / "kern" / "schrift.css").read_text() == "@font-face{}"
    monkeypatch.setattr(gestaltung, "_schriften", lambda quelle, ziel: ["@font-face{a:b}"])
    assert gestaltung.bauen()
    assert (bauplatz / "gestaltung" / "kern" / "schrift.css").read_text() == "@font-face{a:b}"


def test_without_npm_and_network_there_is_one_clear_sentence(tmp_path, settings, monkeypatch):
    settings.BAU = tmp_path
    monkeypatch.setattr(gestaltung.shutil, "which", lambda name: None)
    monkeypatch.setattr(gestaltung, "NODE_LOCK", tmp_path / "gibt-es-nicht.lock")
    with pytest.raises(gestaltung.GestaltungFehler, match="Es gibt hier kein npm"):
        gestaltung.npm()
