// While somebody writes a listing: the same advice that saving gives, a moment after the last key. Nothing is saved.
"use strict";

const PAUSE = 1200;

for (const form of document.querySelectorAll("form[data-ratgeber]")) {
  let wartet, laufend;

  const fragen = async () => {
    laufend?.abort();
    laufend = new AbortController();
    try {
      const antwort = await fetch(form.dataset.ratgeber, {
        method: "POST",
        body: new FormData(form),
        signal: laufend.signal,
        redirect: "error",
      });
      if (antwort.ok) zeigen(await antwort.text());
    } catch {
      // Offline, logged out or overtaken by the next key: what stands there stays.
    }
  };

  const zeigen = (html) => {
    const seite = new DOMParser().parseFromString(html, "text/html");
    for (const neu of seite.querySelectorAll("[data-rat]")) {
      const platz = document.getElementById(neu.dataset.rat);
      // What has not changed is not read out again.
      if (platz && platz.textContent.trim() !== neu.textContent.trim()) platz.replaceChildren(...neu.childNodes);
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(wartet);
    wartet = setTimeout(fragen, PAUSE);
  });
  form.addEventListener("submit", () => clearTimeout(wartet));
}
