"""Does the build keep what the pages use, drop the rest, and survive being interrupted?"""

import shutil

import pytest

from ehrenamt import gestaltung, stile


def test_of_somebody_elses_css_only_what_a_page_can_ask_for_stays():
    css = stile.schlank(
        '@font-face{font-family:x;src:url("a;b{c}.woff2")}@keyframes x{0%{a:b}}'
        ":root{--kern-1:1px} .kern-btn , .kern-accordion { color: red; }.kern-card:hover{color:blue}"
        "@media (min-width:1px){.kern-card{x:y}.kern-btn--primary:not(.kern-label,.b){x:y}}"
        "@media print{.kern-card{x:y}} [data-kern-theme=dark]{x:y} [data-stand] b{x:y}"
        '.kern-icon{mask:url("data:image/svg+xml,{ }/* */")}/* } */.kern-icon--home{x:y}'
    )
    gebraucht = stile.Gebraucht({"kern-btn", "kern-btn--", "kern-icon", "data-stand", "data-"})
    assert gebraucht.nur(css, fremd=True) == (
        ":root{--kern-1:1px}.kern-btn{color: red}"
        "@media (min-width:1px){.kern-btn--primary:not(.kern-label,.b){x:y}}"
        '[data-stand] b{x:y}.kern-icon{mask:url("data:image/svg+xml,{ }/* */")}'
    )


def test_tokens_stay_while_something_uses_them():
    css = ':root{--a:"x;y";--b:var(--c);--c:1px;--d:var(--e);--e:2px}.x--d:hover{y:var( --b)}'
    assert stile.nur_benutzte_variablen(css) == ":root{--b:var(--c);--c:1px;}.x--d:hover{y:var( --b)}"
    assert stile.nur_benutzte_variablen(":root{--d:1px}", "a{b:var(--d)}") == ":root{--d:1px}"
    assert stile.nur_benutzte_variablen("a{x:y}:root{--d:1px}") == "a{x:y}"


def test_no_style_of_the_portal_itself_is_left_over():
    """A class that no template, drawing, Python or JavaScript names styles nothing."""
    gebraucht = stile.gebraucht()
    for datei in stile.QUELLE.glob("*.css"):
        css = stile.schlank(datei.read_text(encoding="utf-8"))
        assert datei.stem == "verwaltung" or gebraucht.nur(css) == css, datei.name


@pytest.fixture
def bauplatz(tmp_path, settings, monkeypatch):
    """A build folder of its own, without the registry, the seconds for the fonts and the pages."""
    settings.BAU = tmp_path
    paket = tmp_path / "paket"
    (paket / "dist").mkdir(parents=True)
    (paket / "dist" / "kern.min.css").write_text("body{--kern-1:1px;margin:var(--kern-1)}")
    (paket / "LICENSE.md").write_text("EUPL")
    monkeypatch.setattr(stile, "ORTE", ())
    monkeypatch.setattr(gestaltung, "KERN", tmp_path / "kern")
    monkeypatch.setattr(gestaltung, "STILE", tmp_path / "css")
    monkeypatch.setattr(gestaltung, "_kern_installieren", lambda: paket)
    monkeypatch.setattr(gestaltung, "_schriften", lambda quelle, ziel: ["@font-face{}"])
    monkeypatch.setattr(gestaltung, "_papierschriften", lambda quelle, ziel: None)
    return tmp_path


def test_a_second_build_does_nothing(bauplatz):
    assert gestaltung.bauen()
    assert "body{--kern-1:1px;margin:var(--kern-1)}" in (bauplatz / "css" / "portal.css").read_text()
    assert not gestaltung.bauen()


def test_a_changed_style_needs_no_new_design_system(bauplatz, tmp_path, monkeypatch):
    gestaltung.bauen()
    eigene = bauplatz / "eigene"
    shutil.copytree(stile.QUELLE, eigene)
    (eigene / "neu.css").write_text("main { order: 77; }")
    monkeypatch.setattr(stile, "QUELLE", eigene)
    monkeypatch.setattr(gestaltung, "_kern_installieren", lambda: 1 / 0)
    assert gestaltung.bauen()
    assert "main{order: 77}" in (bauplatz / "css" / "portal.css").read_text()


def test_a_build_that_breaks_off_leaves_the_old_one(bauplatz, monkeypatch):
    gestaltung.bauen()
    monkeypatch.setattr(gestaltung, "EINGABEN", [])
    monkeypatch.setattr(gestaltung, "_schriften", lambda quelle, ziel: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        gestaltung.bauen()
    assert (bauplatz / "kern" / "schrift.css").read_text() == "@font-face{}"
    monkeypatch.setattr(gestaltung, "_schriften", lambda quelle, ziel: ["@font-face{a:b}"])
    assert gestaltung.bauen()
    assert (bauplatz / "css" / "portal.css").read_text().startswith("@font-face{a:b}")


def test_without_npm_and_network_there_is_one_clear_sentence(tmp_path, settings, monkeypatch):
    settings.BAU = tmp_path
    monkeypatch.setattr(gestaltung.shutil, "which", lambda name: None)
    monkeypatch.setattr(gestaltung, "NODE_LOCK", tmp_path / "gibt-es-nicht.lock")
    with pytest.raises(gestaltung.GestaltungFehler, match="Es gibt hier kein npm"):
        gestaltung._npm()
