/* The desk: single keys for what is done all day, and Textbausteine without a way to the server. */
const schalter = document.querySelector("#tasten-an");
const SCHREIBFELDER = "textarea, select, input:not([type=checkbox]), [contenteditable]";

function druecken(ziel) {
  if (ziel.matches("summary")) {
    ziel.parentElement.open = true;
    ziel.parentElement.querySelector("select, textarea").focus();
  } else {
    ziel.click();
  }
}

if (schalter) {
  schalter.closest("section").hidden = false;
  schalter.checked = localStorage.getItem("tasten") !== "aus";
  schalter.addEventListener("change", () => localStorage.setItem("tasten", schalter.checked ? "an" : "aus"));
  document.addEventListener("keydown", (e) => {
    const mit = e.ctrlKey || e.altKey || e.metaKey || e.repeat;
    if (!schalter.checked || mit || e.target.closest(SCHREIBFELDER)) return;
    const ziel = document.querySelector(`[data-taste="${CSS.escape(e.key.toLowerCase())}"]`);
    if (!ziel) return;
    e.preventDefault();
    druecken(ziel);
  });
}

for (const knopf of document.querySelectorAll("button[name=einfuegen]")) {
  knopf.addEventListener("click", (e) => {
    const text = knopf.form.querySelector("option:checked").dataset.text;
    const grund = knopf.form.querySelector("textarea");
    e.preventDefault();
    if (text) grund.value = [grund.value.trim(), text].filter(Boolean).join("\n\n");
    grund.focus();
  });
}
