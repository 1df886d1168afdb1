// What is heard is lit: a sentence by a class, its word by the highlights of CSS where the browser knows them.
"use strict";
const Light = (() => {
  let lit = null;

  // "room": how high the window is above the player; 0 when the page is not to scroll.
  function sentence(element, room) {
    if (element === lit) return;
    if (lit) {
      lit.classList.remove("lit");
      lit.removeAttribute("aria-current");
    }
    lit = element;
    if (!lit) return;
    lit.classList.add("lit");
    lit.setAttribute("aria-current", "true");
    const box = lit.getBoundingClientRect();
    if (room && (box.top < 0 || box.bottom > room)) {
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      lit.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    }
  }

  function range(element, start, end) {
    const found = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let place = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.nodeName === "BR" ? 1 : node.nodeType === Node.TEXT_NODE ? node.length : 0;
      if (node.nodeType === Node.TEXT_NODE) {
        if (start >= place && start < place + length) found.setStart(node, start - place);
        if (end > place && end <= place + length) {
          found.setEnd(node, end - place);
          return found;
        }
      }
      place += length;
    }
    return null;
  }

  function word(words, at) {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("word");
    const within = lit ? [lit, ...lit.querySelectorAll("[id]")] : [];
    for (const element of within) {
      const flat = words[element.id];
      if (!flat || flat[2] / 1000 > at) continue;
      let last = 0;
      while (last + 3 < flat.length && flat[last + 5] / 1000 <= at) last += 3;
      const found = range(element, flat[last], flat[last + 1]);
      if (found) CSS.highlights.set("word", new Highlight(found));
    }
  }

  return { sentence, word };
})();
