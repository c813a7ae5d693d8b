/* A listing's page: copy its address, print it. */
for (const knopf of document.querySelectorAll("[data-drucken]")) {
  knopf.addEventListener("click", () => window.print());
}

for (const knopf of document.querySelectorAll("[data-kopiert]")) {
  // Browsers offer the clipboard over HTTPS only.
  knopf.hidden = !navigator.clipboard;
  knopf.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.origin + location.pathname);
    document.querySelector("#weitergeben-stand").textContent = knopf.dataset.kopiert;
  });
}
