"""Does a page stay whole where it is narrow, enlarged, or written with more space? (WCAG 1.4.4, 1.4.10, 1.4.12)"""

from playwright.sync_api import Page

ABSTAENDE = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
DOPPELT = "html { font-size: 200% !important; }"
# 320 CSS pixels are a window of 1280 at 400 %. Whoever doubles the text in a window of 1280 gets the arrangement for
# 640, since its limits are measured in text; here the limits know nothing of it. What holds with more space between
# the letters holds without.
ANSICHTEN = [("400 %, mit Abständen", 320, ABSTAENDE), ("200 % Text", 760, DOPPELT)]
# What is wider than the window, unless it scrolls by itself like a table; and text that is cut off.
VERLUST = """css => {
  const blatt = new CSSStyleSheet();
  blatt.replaceSync(css + '* { transition: none !important; animation: none !important; }');
  document.adoptedStyleSheets = [blatt];
  const name = e => e.outerHTML.slice(0, 90).replace(/\\s+/g, ' ');
  const alle = [...document.body.querySelectorAll('*')];
  const breit = document.documentElement.scrollWidth > innerWidth + 1;
  const rollt = e => e && (getComputedStyle(e).overflowX !== 'visible' || rollt(e.parentElement));
  const heraus = breit ? alle.filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !rollt(e)) : [];
  const gekappt = alle.filter(e => {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.clientWidth < 4 ||
      e.closest('.visually-hidden')) return false;
    return ['hidden', 'clip'].includes(getComputedStyle(e).overflowX) &&
      (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2);
  });
  return [...heraus.slice(-3).map(e => 'zu breit ' + name(e)), ...(breit && !heraus.length ? ['zu breit'] : []),
    ...gekappt.map(e => 'abgeschnitten ' + name(e))];
}"""


def verluste(page: Page) -> list[str]:
    gefunden = []
    for ansicht, breite, css in ANSICHTEN:
        page.set_viewport_size({"width": breite, "height": 900})
        gefunden += [f"{ansicht}: {verlust}" for verlust in page.evaluate(VERLUST, css)]
    return gefunden
