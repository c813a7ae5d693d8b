/* The map and the list of its places show each other: both link to the same search. */
function zeigen({ target, type }) {
  const link = target.closest?.(".landkarte a, .orte a");
  if (!link) return;
  const ziel = link.getAttribute("href");
  for (const anderer of document.querySelectorAll(".landkarte a, .orte a")) {
    anderer.classList.toggle("ist-gezeigt", type === "mouseover" && anderer.getAttribute("href") === ziel);
  }
}

document.addEventListener("mouseover", zeigen);
document.addEventListener("mouseout", zeigen);
