/* Forms: how many characters a text may still have. The words come with the tag of this script. */
const worte = document.querySelector("script[data-viele]").dataset;
const KNAPP = 50;

for (const feld of document.querySelectorAll("textarea[maxlength]")) {
  const stand = document.createElement("p");
  stand.className = "klein leise zeichenstand";
  feld.after(stand);
  const zeigen = () => {
    const rest = feld.maxLength - feld.value.length;
    stand.textContent = (rest === 1 ? worte.eins : worte.viele).replace("#", rest);
    // Read out only when it matters, not with every letter.
    stand.setAttribute("aria-live", rest <= KNAPP ? "polite" : "off");
  };
  feld.addEventListener("input", zeigen);
  zeigen();
}
