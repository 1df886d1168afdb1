// One player for the page: a native player per sentence would cost a keyboard user two stops each.
"use strict";
const player = new Audio();
const status = document.getElementById("status");
let current = null;

function stop() {
  player.pause();
  if (current) current.setAttribute("aria-pressed", "false");
  current = null;
}

function play(button) {
  if (current === button) return stop();
  stop();
  current = button;
  button.setAttribute("aria-pressed", "true");
  const address = new URL(button.dataset.audio, document.baseURI).href;
  const begin = () => { player.currentTime = Number(button.dataset.start); player.play(); };
  if (player.src === address) return begin();
  player.src = address;
  player.addEventListener("loadedmetadata", begin, { once: true });
}

player.addEventListener("timeupdate", () => {
  if (current && player.currentTime >= Number(current.dataset.end)) stop();
});
player.addEventListener("error", () => { status.textContent = "Le son de cette phrase est introuvable."; stop(); });

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.audio) return play(button);
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    status.textContent = "Ligne copiée.";
  } catch {
    const line = document.createRange();  // no clipboard on this page: select the line, the reader copies it
    line.selectNodeContents(button.parentElement.querySelector("code"));
    getSelection().removeAllRanges();
    getSelection().addRange(line);
    status.textContent = "Ligne sélectionnée : copiez-la.";
  }
});
