// One player for the page: a native player per sentence would cost a keyboard user two stops each.
"use strict";
const player = new Audio();
const status = document.getElementById("status");
let current = null; // the button whose sentence is heard
let alarm = 0;
// Seconds more than the sentence, taken from the pauses around it. After a seek an MP3 decoder is mute for up to four
// frames (what they hold began in the frames before), and what is on its way to the loudspeaker at a stop is lost.
const LEAD = 0.105;
const TAIL = 0.03;

function tell(text) {
  status.textContent = text;
}

function stop() {
  clearTimeout(alarm);
  player.pause();
  if (current) current.querySelector("b").textContent = "Écouter";
  current = null;
}

function cue() {
  return current.dataset.cue.split(" ").map(Number);
}

function play(button) {
  const same = button === current;
  stop();
  if (same) return;
  current = button;
  button.querySelector("b").textContent = "Arrêter";
  tell("");
  const address = new URL(button.closest("[data-audio]").dataset.audio, document.baseURI).href;
  if (player.src !== address) player.src = address;
  player.currentTime = Math.max(cue()[0] - LEAD, 0); // before the file is known, this is where it will start
  player.play().catch((error) => {
    if (error.name === "AbortError") return; // another sentence was asked for meanwhile
    stop();
    tell("Le son de cette phrase est introuvable : le dossier audio doit rester à côté du dossier report.");
  });
}

// "timeupdate" comes four times a second, and the next sentence would be heard: an alarm at the very end.
function watch() {
  clearTimeout(alarm);
  if (!current || player.paused || player.seeking) return;
  const left = cue()[1] + TAIL - player.currentTime;
  if (left <= 0) stop();
  else alarm = setTimeout(watch, (1000 * left) / player.playbackRate);
}

for (const name of ["playing", "seeked", "timeupdate"]) player.addEventListener(name, watch);
player.addEventListener("ended", stop);

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // no clipboard for this page: the old way
    const field = Object.assign(document.createElement("textarea"), { value: text });
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    focused.focus();
    if (!done) return tell("Copie impossible : sélectionnez la ligne et copiez-la.");
  }
  const count = text.trimEnd().split("\n").length;
  tell(count > 1 ? `${count} lignes copiées.` : "Ligne copiée.");
}

function open(button) {
  const lists = [...document.querySelectorAll("#all ~ details")];
  const closed = lists.some((list) => !list.open);
  for (const list of lists) list.open = closed;
  button.textContent = closed ? "Tout replier" : "Tout déplier";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("cue" in button.dataset) play(button);
  else if ("copy" in button.dataset) copy(button.dataset.copy);
  else open(button);
});
