// The web page in Firefox, its rule for pages from a disk at its strictest: node web_in_firefox.cjs FIREFOX ADDRESS…
// ADDRESS: of web/index.html. What is lit and what is heard after each key, as JSON on stdout; the Python test judges.
"use strict";
const puppeteer = require("puppeteer-core");

const [, , executablePath, ...pages] = process.argv;
const KEYS = ["[data-go='cue+1']", "[data-go='cue+1']", "[data-go='cue-1']", "[data-go='track+1']"];

function look(page) {
  return page.evaluate(() => {
    const { tracks } = JSON.parse(document.getElementById("tracks").textContent);
    const now = window.heard.currentTime;
    const title = document.querySelector("#now a").textContent;
    const track = tracks.find((each) => each.title === title);
    const holds = track.cues.filter((cue) => cue[1] / 1000 <= now + 0.005).at(-1)[0];
    const lit = document.querySelector(".lit");
    return { title, now, holds, lit: lit && lit.id, paused: window.heard.paused };
  });
}

(async () => {
  const extraPrefsFirefox = { "security.fileuri.strict_origin_policy": true, "media.autoplay.default": 0 };
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, extraPrefsFirefox });
  const facts = [];
  for (const address of pages) {
    const page = await browser.newPage();
    const told = { address, troubles: [], looks: [] };
    page.on("pageerror", (error) => told.troubles.push(String(error)));
    page.on("console", (message) => told.troubles.push(message.text()));
    await page.evaluateOnNewDocument(() => {
      const Native = window.Audio;
      window.Audio = function Audio(...given) { return (window.heard = new Native(...given)); };
    });
    await page.goto(address);
    told.size = await page.evaluate(() => getComputedStyle(document.body).fontSize); // the style sheet is obeyed
    await page.focus("article [data-play]");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => window.heard && window.heard.currentTime > 0.3);
    told.looks.push(await look(page));
    for (const key of KEYS) {
      await page.focus(key);
      await page.keyboard.press("Enter");
      await new Promise((done) => setTimeout(done, 900));
      told.looks.push(await look(page));
    }
    facts.push(told);
    await page.close();
  }
  await browser.close();
  console.log(JSON.stringify(facts));
})();
