// How the reader wants the page: chosen once, kept by the browser where it may keep anything.
"use strict";
(() => {
  const root = document.documentElement;
  const apply = {
    size: (value) => root.style.setProperty("--size", value),
    measure: (value) => root.style.setProperty("--measure", value),
    spacing: (value) => { root.dataset.spacing = value; },
    colours: (value) => { root.dataset.colours = value; },
  };

  function kept(name, value) {
    try { // a browser may refuse to keep things for a page from a disk, or in private: the page then forgets
      if (value === undefined) return localStorage.getItem("editions " + name);
      localStorage.setItem("editions " + name, value);
    } catch { /* forgotten */ }
    return null;
  }

  for (const choice of document.querySelectorAll("[data-choice]")) {
    const name = choice.dataset.choice;
    const before = kept(name);
    if (before !== null && [...choice.options].some((option) => option.value === before)) choice.value = before;
    apply[name](choice.value);
    choice.addEventListener("change", () => {
      apply[name](choice.value);
      kept(name, choice.value);
    });
  }
})();
