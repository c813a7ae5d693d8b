"""What might somebody send who means no good, or whose program is broken? Values for property tests."""

from urllib.parse import quote

from hypothesis import strategies as st

LANG = 10_000
TEXTE = [
    "",
    " ",
    "\x00",
    "Garten\x00Soest",
    "\x00" * LANG,
    "a" * LANG,
    "ä" * LANG,
    "Garten " * (LANG // 7),
    "Soest " * (LANG // 6),
    "9" * LANG,
    "(" * LANG,
    "%" * 300,
    "_%_",
    "\\",
    "'",
    "'; DROP TABLE boerse_angebot; --",
    "1 OR 1=1",
    '" OR ""="',
    "1) UNION SELECT password FROM organisationen_konto --",
    "{{ 7*7 }}{% debug %}",
    "%(wert)s %s {0} {wert}",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "\u202e\u200b\ufeff",
    "\U0001f331\U0001f468\u200d\U0001f469",
    "A\u0301\u0302" * 50,
    "ﬁ ǅ ß İ ı",
    *("-1", "0", "1.5", "1,5", "1e9", "1e309", "-1e309", "NaN", "inf", "-Infinity", "0x10", "1_000"),
    *("99999999999999999999999", "9223372036854775808", "2147483648", "-9223372036854775809", "100000"),
    *("٥٩٤٩٤", "１２", "²", "½", "Ⅷ", "一", "₁₂"),
    *("0001-01-01", "9999-12-31", "10000-01-01", "2026-02-30", "31.2.2026", "2026-W05-1", "١.١.٢٠٢٦", "00.00.0000"),
    *("null", "None", "undefined", "[]", "{}", "true", "ja", "nein"),
]
# What is no text at all once it is decoded, or not decodable: as it stands in an address.
ROH = [
    "%",
    "%zz",
    "%ED%A0%80",
    "%F4%90%80%80",
    "%C0%AF",
    "%FF%FE",
    "%E4",
    "a%00b",
    "\xff\xfe",
    "%u0041",
    "+",
    "&&==",
    ";",
]
# What makes sense to some parameter, so that it is combined with what makes none.
SINNVOLLES = [
    *("Garten", "Chor in Hamburg", "samstags ab 12 in Soest", "gartn", '"Garten"', "nur im Dezember", "2 Stunden"),
    *("Soest", "soest", "59494", "05974040", "05974", "tiere", "kinder", "sa", "abends", "1", "10", "2026-12-24"),
    *("einmalig", "moeglich", "nur", "jugendliche", "stufenlos", "relevanz", "entfernung", "beginn", "neu", "12"),
]


def _kodiert(text: str) -> str:
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


KODIERT = [_kodiert(text) for text in TEXTE] + ROH


def kodierte_werte() -> st.SearchStrategy[str]:
    """Values as they stand in an address."""
    return st.one_of(
        st.sampled_from(KODIERT),
        st.sampled_from(SINNVOLLES).map(_kodiert),
        st.text(max_size=40).map(_kodiert),
        st.binary(max_size=20).map(lambda folge: quote(folge, safe="")),
        st.one_of(st.integers(), st.floats(), st.dates()).map(str).map(_kodiert),
    )


def anfragen(namen: list[str]) -> st.SearchStrategy[str]:
    """Query strings of these parameters, any of them several times, now and then one that nobody knows."""
    paare = st.tuples(st.sampled_from([*namen, "quatsch"]), kodierte_werte())
    return st.lists(paare.map("=".join), max_size=7).map("&".join)


def texte() -> st.SearchStrategy[str]:
    """Texts of a form that was sent."""
    return st.one_of(st.sampled_from(TEXTE), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
