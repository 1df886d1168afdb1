// What a listener meets in web/ and index.html, as JSON on stdout: node web_in_a_browser.cjs CHROMIUM ADDRESS…
// ADDRESS: of an edition's folder, from a disk or a host. Only what is observed is told; the Python test judges it.
"use strict";
const { chromium } = require("playwright-core");

const [, , executablePath, ...homes] = process.argv;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"];
const VIEWS = ["light", "dark"].flatMap((colorScheme) =>
  [1280, 320].flatMap((width) =>
    ["none", "active"].map((forcedColors) => ({ colorScheme, forcedColors, viewport: { width, height: 800 } })),
  ),
);
const facts = { views: [], homes: [] };

async function opened(browser, address, view, told) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...view });
  await context.addInitScript(() => { // the page's player is in no document: hold on to it
    const Native = window.Audio;
    window.Audio = function Audio(...given) { return (window.heard = new Native(...given)); };
  });
  const page = await context.newPage();
  page.on("request", (request) => told.requests.push(request.url()));
  page.on("pageerror", (error) => told.troubles.push(String(error)));
  page.on("console", (message) => told.troubles.push(message.text()));
  await page.goto(address);
  return page;
}

async function judged(page, name, view) {
  const inject = await page.context().newCDPSession(page); // the page's own policy lets no other script in
  const source = require("fs").readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  await inject.send("Runtime.evaluate", { expression: source });
  const found = await page.evaluate(async (values) => {
    const result = await axe.run(document, { preload: false, runOnly: { type: "tag", values } });
    const named = (list) => list.map((rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)}`);
    const root = document.documentElement;
    return {
      violations: named(result.violations),
      incomplete: named(result.incomplete),
      passes: result.passes.map((rule) => rule.id),
      wider: root.scrollWidth - root.clientWidth,
    };
  }, RULES);
  facts.views.push({ name, view, ...found });
}

// What is lit, and which stretch holds the player's time.
function look(page) {
  return page.evaluate(() => {
    const { tracks } = JSON.parse(document.getElementById("tracks").textContent);
    const now = window.heard.currentTime;
    const title = document.querySelector("#now a").textContent;
    const track = tracks.find((each) => each.title === title);
    const holds = track.cues.filter((cue) => cue[1] / 1000 <= now + 0.005).at(-1);
    const lit = document.querySelectorAll(".lit");
    const word = "highlights" in CSS && CSS.highlights.get("word");
    return {
      title, now, count: lit.length, lit: lit[0] && lit[0].id, holds: holds[0], current: lit[0] && lit[0].getAttribute("aria-current"),
      word: word ? [...word].map(String).join("|") : "", paused: window.heard.paused, rate: window.heard.playbackRate,
      blob: window.heard.src.startsWith("blob:"),
    };
  });
}

async function stops(page) {
  const found = [];
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || "seen" in element.dataset) return null;
      element.dataset.seen = "";
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const over = document.elementFromPoint(box.x + Math.min(box.width, innerWidth) / 2, box.y + box.height / 2);
      return {
        tag: element.tagName, id: element.id, go: element.dataset.go || "", play: element.dataset.play,
        name: element.getAttribute("aria-label") || element.textContent.trim().slice(0, 60),
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        uncovered: over !== null && (element.contains(over) || over.contains(element)), width: box.width, height: box.height,
      };
    });
    if (stop === null) break;
    found.push(stop);
    if (stop.tag === "SUMMARY") await page.keyboard.press("Enter");
  }
  return found;
}

async function pressed(page, selector, key = "Enter") {
  await page.locator(selector).first().focus();
  await page.keyboard.press(key);
}

async function listened(browser, home) {
  const told = { home, requests: [], troubles: [], looks: [] };
  const page = await opened(browser, home + "web/index.html", { viewport: { width: 900, height: 700 } }, told);
  told.stops = await stops(page);
  const [, second] = await page.$$eval("article", (all) => all.map((each) => each.id));
  const playing = () => page.waitForFunction(() => window.heard && !window.heard.paused && window.heard.currentTime > 0.2);
  await pressed(page, `article [data-play="${second}"]`);
  await playing();
  told.looks.push(await look(page));
  await pressed(page, "[data-go='cue+1']");
  await page.waitForTimeout(700);
  told.looks.push(await look(page));
  await pressed(page, "[data-go='cue+1']", "Space");
  await page.waitForTimeout(700);
  told.looks.push(await look(page));
  await page.locator("#speed").focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForTimeout(300);
  told.looks.push(await look(page));
  await pressed(page, "[data-go='cue-1']");
  await page.waitForTimeout(700);
  told.looks.push(await look(page));
  await pressed(page, "#position", "ArrowRight");
  await page.waitForTimeout(700);
  told.looks.push(await look(page));
  await pressed(page, "[data-go='track-1']");
  await page.waitForTimeout(700);
  await pressed(page, "[data-go='track-1']");
  await page.waitForTimeout(900);
  told.looks.push(await look(page));
  const clicked = page.locator("article:last-of-type p .seek, article:last-of-type p.seek").last();
  told.clicked = await clicked.getAttribute("id");
  await clicked.click();
  await page.waitForTimeout(900);
  told.looks.push(await look(page));
  await page.waitForTimeout(500);
  told.looks.push(await look(page));
  await pressed(page, "#toggle");
  await page.waitForTimeout(200);
  told.looks.push(await look(page));
  told.toggle = await page.locator("#toggle").getAttribute("aria-label");
  await page.reload();
  await page.waitForTimeout(500);
  told.again = await look(page);
  await pressed(page, `.front [data-play=""]`);
  await page.waitForTimeout(600);
  await pressed(page, "#position", "End"); // the last second
  await page.waitForTimeout(2200);
  told.next = await look(page);
  await page.locator("summary").click();
  await page.locator("[data-choice=size]").selectOption("2");
  await page.locator("[data-choice=colours]").selectOption("yellow");
  told.shown = await page.evaluate(() => [getComputedStyle(document.querySelector("main")).fontSize, getComputedStyle(document.body).color]);
  await page.setViewportSize({ width: 390, height: 800 });
  told.phone = await page.evaluate(() => ({
    player: document.getElementById("player").getBoundingClientRect().height,
    broken: [...document.querySelectorAll("th, td")].filter((cell) => { // a word on two lines
      const range = document.createRange();
      return [...cell.textContent.matchAll(/[\p{L}]+/gu)].some((word) => {
        const node = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode();
        if (!node || word.index + word[0].length > node.length) return false;
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        return new Set([...range.getClientRects()].map((box) => box.top)).size > 1;
      });
    }).length,
  }));
  await page.emulateMedia({ media: "print" });
  told.print = await page.evaluate(() => [...document.querySelectorAll("button, #player")].filter((e) => e.getClientRects().length).length);
  facts.homes.push(told);
  await page.context().close();
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"] });
  const first = { requests: [], troubles: [] };
  for (const view of VIEWS) {
    for (const name of ["index.html", "web/index.html"]) {
      const page = await opened(browser, homes[0] + name, view, first);
      if (name !== "index.html") {
        await page.locator("summary").click();
        await page.locator("article [data-play]").first().click();
        await page.waitForTimeout(300);
        await page.evaluate(() => window.heard.pause());
      }
      await judged(page, name, view);
      await page.context().close();
    }
  }
  facts.first = first;
  for (const home of homes) await listened(browser, home);
  await browser.close();
  console.log(JSON.stringify(facts));
})();
