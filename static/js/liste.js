/* The list of listings: a tick in the filter shows its hits at once. Each answer is the page that the button
   "Filter anwenden" would have opened; what fails is left to that button. */
const suche = document.querySelector("#suche");
const TEILE = ["#filter", ".liste > div", "#karte"];
const ansage = document.createElement("p");
ansage.className = "kern-sr-only";
ansage.setAttribute("role", "status");
document.body.append(ansage);
let laufend = new AbortController();

function adresse() {
  const werte = new URLSearchParams(new FormData(suche));
  for (const [name, wert] of [...werte]) if (!wert) werte.delete(name, wert);
  return `${suche.action}?${werte}`;
}

function einsetzen(seite) {
  const merker = document.activeElement.id;
  const offen = [...suche.querySelectorAll("#filter details")].map((teil) => teil.open);
  for (const teil of TEILE) {
    const alt = document.querySelector(teil);
    const neu = seite.querySelector(teil);
    if (alt && neu) alt.replaceChildren(...neu.childNodes);
  }
  suche.querySelectorAll("#filter details").forEach((teil, i) => (teil.open ||= offen[i]));
  document.getElementById(merker)?.focus({ preventScroll: true });
  document.title = seite.title;
  ansage.textContent = suche.querySelector(".liste__stand h2")?.textContent.trim();
}

async function zeigen() {
  laufend.abort();
  laufend = new AbortController();
  const treffer = suche.querySelector(TEILE[1]);
  const ziel = adresse();
  treffer.setAttribute("aria-busy", "true");
  try {
    const antwort = await fetch(ziel, { signal: laufend.signal });
    if (!antwort.ok) throw new Error(antwort.status);
    einsetzen(new DOMParser().parseFromString(await antwort.text(), "text/html"));
    history.replaceState(null, "", antwort.url + location.hash);
    document.querySelector("#merkliste [name=zurueck]").value = location.pathname + location.search;
    treffer.removeAttribute("aria-busy");
  } catch (fehler) {
    if (fehler.name !== "AbortError") location.assign(ziel);
  }
}

suche.addEventListener("change", ({ target: feld }) => {
  if (feld.matches("select, [type=checkbox], [type=radio]")) zeigen();
});
