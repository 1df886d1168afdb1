// One player for the whole edition: what is heard is lit, a click on a sentence makes it heard, and all can be reached
// from the keyboard. Nothing is asked of anyone but the sound files of the edition.
"use strict";
(() => {
  const { edition, tracks } = JSON.parse(document.getElementById("tracks").textContent);
  const bar = document.getElementById("player");
  const toggle = document.getElementById("toggle");
  const position = document.getElementById("position");
  const clock = document.getElementById("clock");
  const speed = document.getElementById("speed");
  const now = document.querySelector("#now a");
  const status = document.getElementById("status");
  const audio = new Audio();
  const EDGE = 0.005; // seconds: a player that is told 12.345 may stand a hair before it
  let track = -1;
  let wanted = null; // seconds to stand at, once the file is there
  let follow = false; // whether the page scrolls with the sound
  let sought = 0; // when the position was last kept


  function kept(value) {
    try { // a browser may refuse: the page then begins at the beginning
      if (value === undefined) return JSON.parse(localStorage.getItem("editions " + edition));
      localStorage.setItem("editions " + edition, JSON.stringify(value));
    } catch { /* nothing is kept */ }
    return null;
  }

  function keep() {
    if (track >= 0) kept({ slug: tracks[track].slug, seconds: seconds(), speed: speed.value });
  }


  function seconds() {
    return wanted === null ? audio.currentTime : wanted;
  }

  function cueAt(time) {
    const cues = tracks[track].cues;
    let low = 0;
    let high = cues.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (cues[middle][1] / 1000 <= time + EDGE) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function time(whole) {
    const rest = Math.floor(whole % 60);
    return `${Math.floor(whole / 60)}:${String(rest).padStart(2, "0")}`;
  }


  function show() {
    if (track < 0) return;
    const at = seconds();
    const cue = tracks[track].cues[cueAt(at)];
    Light.sentence(document.getElementById(cue[0]), follow ? bar.getBoundingClientRect().top : 0);
    Light.word(tracks[track].words, at + EDGE);
    position.value = Math.round(at);
    const told = `${time(at)} / ${time(tracks[track].ms / 1000)}`;
    if (clock.textContent !== told) clock.textContent = told;
    position.setAttribute("aria-valuetext", told);
    if (!audio.paused && performance.now() - sought > 2000) {
      sought = performance.now();
      keep();
    }
  }

  function frame() {
    show();
    if (!audio.paused) requestAnimationFrame(frame);
  }

  function state() {
    const playing = !audio.paused;
    toggle.classList.toggle("playing", playing);
    toggle.setAttribute("aria-label", playing ? "Pause" : "Écouter");
    if ("mediaSession" in navigator) navigator.mediaSession.playbackState = playing ? "playing" : "paused";
    if (playing) requestAnimationFrame(frame);
    else keep();
  }


  function open(index, at) {
    wanted = at;
    if (index !== track) {
      track = index;
      audio.src = tracks[track].src;
      audio.playbackRate = Number(speed.value);
      position.max = Math.floor(tracks[track].ms / 1000);
      now.textContent = tracks[track].title;
      now.href = "#" + (document.getElementById(tracks[track].slug) ? tracks[track].slug : "contents");
      media();
    } else if (audio.readyState >= 1) {
      settle();
    }
    show();
  }

  // A host that gives no ranges lets nobody seek, silently: the file is then fetched whole and played from memory.
  async function settle() {
    const reach = audio.seekable.length ? audio.seekable.end(audio.seekable.length - 1) : 0;
    if (wanted > 0 && reach < wanted && !audio.src.startsWith("blob:") && location.protocol.startsWith("http")) {
      const playing = !audio.paused;
      const asked = track;
      const answer = await fetch(tracks[asked].src);
      const sound = await answer.blob();
      if (asked !== track) return;
      audio.src = URL.createObjectURL(new Blob([sound], { type: "audio/mpeg" }));
      audio.playbackRate = Number(speed.value);
      if (playing) start();
      return;
    }
    if (wanted !== null) audio.currentTime = wanted;
    wanted = null;
    show();
  }

  function start() {
    follow = true;
    status.textContent = "";
    audio.play().catch((error) => {
      if (error.name !== "AbortError") failed(); // another article was asked for meanwhile
    });
  }

  function failed() {
    const mute = audio.error && audio.error.code === MediaError.MEDIA_ERR_DECODE; // found, but no way to hear it here
    status.textContent = mute
      ? "Ce navigateur n’arrive pas à faire entendre le son."
      : "Le son est introuvable : le dossier audio doit rester à côté du dossier web.";
  }

  function listen(index, at) {
    open(index, at);
    start();
  }

  function go(what, step) {
    if (track < 0) return open(0, 0);
    const cues = tracks[track].cues;
    if (what === "track") {
      const back = step < 0 && seconds() > 3 ? 0 : step; // as players do: first to the beginning of this one
      return open(Math.min(Math.max(track + back, 0), tracks.length - 1), 0);
    }
    const here = cueAt(seconds()) + step;
    if (here >= 0 && here < cues.length) return open(track, cues[here][1] / 1000);
    if (here < 0 && track > 0) return open(track - 1, tracks[track - 1].cues.at(-1)[1] / 1000);
    if (here >= cues.length && track + 1 < tracks.length) return open(track + 1, 0);
    return undefined;
  }

  function moved(what, step) {
    const playing = !audio.paused;
    follow = true;
    go(what, step);
    if (playing && audio.paused) start();
  }

  function switched() {
    if (!audio.paused) return audio.pause();
    return track < 0 ? listen(0, 0) : start();
  }


  function media() {
    if (!("mediaSession" in navigator)) return;
    const artist = document.querySelector("h1").textContent;
    navigator.mediaSession.metadata = new MediaMetadata({ title: tracks[track].title, artist });
  }

  function told() {
    if (!("mediaSession" in navigator) || !Number.isFinite(audio.duration) || audio.duration <= 0) return;
    const place = Math.min(Math.max(audio.currentTime, 0), audio.duration);
    navigator.mediaSession.setPositionState({ duration: audio.duration, position: place, playbackRate: audio.playbackRate });
  }

  if ("mediaSession" in navigator) {
    const handlers = {
      play: start, pause: () => audio.pause(), previoustrack: () => moved("track", -1), nexttrack: () => moved("track", 1),
      seekbackward: () => moved("cue", -1), seekforward: () => moved("cue", 1),
      seekto: (asked) => open(track, asked.seekTime),
    };
    for (const [name, handler] of Object.entries(handlers)) {
      try {
        navigator.mediaSession.setActionHandler(name, handler);
      } catch { /* a browser that does not know this key */ }
    }
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && "play" in button.dataset) {
      const index = tracks.findIndex((each) => each.slug === button.dataset.play);
      return listen(Math.max(index, 0), 0);
    }
    if (button && "go" in button.dataset) {
      const [, what, step] = /(\w+)([+-]\d)/.exec(button.dataset.go);
      return moved(what, Number(step));
    }
    if (button || event.target.closest("a, summary, label, #player") || !getSelection().isCollapsed) return undefined;
    const sentence = event.target.closest(".seek");
    if (sentence) listen(...sentence.dataset.at.split(" ").map(Number));
    return undefined;
  });
  toggle.addEventListener("click", switched);
  speed.addEventListener("change", () => {
    audio.playbackRate = audio.defaultPlaybackRate = Number(speed.value);
    keep();
  });
  position.addEventListener("input", () => open(Math.max(track, 0), Number(position.value)));
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, state);
  for (const name of ["timeupdate", "seeked"]) audio.addEventListener(name, show);
  for (const name of ["seeked", "ratechange", "durationchange"]) audio.addEventListener(name, told);
  audio.addEventListener("loadedmetadata", settle);
  audio.addEventListener("error", failed);
  audio.addEventListener("ended", () => {
    if (track + 1 < tracks.length) listen(track + 1, 0);
  });
  addEventListener("pagehide", keep);

  tracks.forEach((each, index) => {
    for (const [id, start] of each.cues) {
      const element = document.getElementById(id);
      if (!element) continue;
      element.classList.add("seek");
      element.dataset.at = `${index} ${start / 1000}`;
    }
  });
  const before = kept();
  const index = before ? tracks.findIndex((each) => each.slug === before.slug) : -1;
  if (index >= 0) {
    speed.value = before.speed;
    audio.defaultPlaybackRate = Number(speed.value);
    open(index, before.seconds);
  }
})();
