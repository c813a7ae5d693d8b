"""Quotations inside quotations."""

import pytest

from ehrenamt.anfuehrung import schachteln, zitat

TEXTE = {
    "Zu „Telefonkette „Guten Morgen““ gefragt": "Zu „Telefonkette ‚Guten Morgen‘“ gefragt",
    "Zu „„Eins mehr“ – im Advent“.": "Zu „‚Eins mehr‘ – im Advent“.",
    "„Erst „a“, dann „b““": "„Erst ‚a‘, dann ‚b‘“",
    "„Eins“ und „zwei“": "„Eins“ und „zwei“",
    "„ohne Ende": "„ohne Ende",
    "nur das Ende“ und „mehr“": "nur das Ende“ und „mehr“",
}


@pytest.mark.parametrize("text", TEXTE)
def test_a_quotation_in_another_one_takes_the_inner_marks(text):
    assert schachteln(text) == TEXTE[text]


def test_a_title_between_quotation_marks_takes_the_inner_ones():
    assert zitat("Telefonkette „Guten Morgen“") == "Telefonkette ‚Guten Morgen‘"
