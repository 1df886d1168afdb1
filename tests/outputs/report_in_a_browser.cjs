// What a reader meets in report/readings.html, as JSON on stdout: node report_in_a_browser.cjs CHROMIUM FOLDER
// Only what is observed is told here; the Python test beside this file judges it.
"use strict";
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { chromium } = require("playwright-core");

const [, , executablePath, folder] = process.argv;
const PAGE = pathToFileURL(path.join(folder, "report", "readings.html")).href;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"];
const VIEWS = [
  { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  { colorScheme: "light", viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, // 1280 by 1024 at 400 %
  { colorScheme: "dark", viewport: { width: 320, height: 640 } },
  { colorScheme: "light", viewport: { width: 1280, height: 900 }, forcedColors: "active" },
  { colorScheme: "dark", viewport: { width: 320, height: 640 }, forcedColors: "active" },
];
const facts = { requests: [], troubles: [], views: [], stops: [], plays: [], copies: [] };

async function opened(browser, view, address = PAGE) {
  const context = await browser.newContext({ reducedMotion: "reduce", ...view });
  const page = await context.newPage();
  page.on("request", (request) => facts.requests.push(request.url()));
  page.on("pageerror", (error) => facts.troubles.push(String(error)));
  page.on("console", (message) => facts.troubles.push(message.text()));
  await page.goto(address);
  return page;
}

async function unfold(page) {
  await page.getByRole("button", { name: "Tout déplier" }).focus();
  await page.keyboard.press("Enter");
}

async function judged(page, view) {
  await page.addScriptTag({ path: require.resolve("axe-core/axe.min.js") });
  const found = await page.evaluate(async (values) => {
    const result = await axe.run(document, { runOnly: { type: "tag", values } });
    const named = (list) => list.map((rule) => `${rule.id}: ${rule.nodes[0].html}`);
    const root = document.documentElement;
    return {
      violations: named(result.violations),
      incomplete: named(result.incomplete),
      passes: result.passes.map((rule) => rule.id),
      wider: root.scrollWidth - root.clientWidth,
      animations: document.getAnimations().length,
    };
  }, RULES);
  facts.views.push({ view, ...found });
}

// Every stop of the Tab key, from the top to the end of the page; what is folded is opened on the way.
async function walked(page) {
  for (let presses = 0; presses < 500; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      if ("seen" in element.dataset) return null;
      element.dataset.seen = "";
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        tag: element.tagName,
        name: element.textContent,
        outline: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
        uncovered: over !== null && (element.contains(over) || over.contains(element)),
        width: box.width,
        height: box.height,
      };
    });
    if (stop === null) break;
    facts.stops.push(stop);
    if (stop.name === "Tout déplier" || / autres? phrase/.test(stop.name)) await page.keyboard.press("Enter");
  }
  facts.missed = await page.evaluate(() =>
    [...document.querySelectorAll("button, summary, a")].filter((e) => !("seen" in e.dataset)).map((e) => e.outerHTML));
}

// Press a key on a button and follow the player until it stops by itself.
async function played(page, button, key) {
  await page.evaluate(() => {
    window.heard = { begins: [], ends: [] };
    player.onplaying = () => heard.begins.push(player.currentTime);
    player.onpause = () => heard.ends.push(player.currentTime);
  });
  await button.focus();
  await page.keyboard.press(key);
  const label = await button.locator("b").textContent();
  await page.waitForFunction(() => heard.ends.length > 0, null, { polling: 20, timeout: 8000 });
  facts.plays.push({
    key,
    label,
    after: await button.locator("b").textContent(),
    sentence: await button.locator("xpath=..").locator("p").evaluate((text) => {
      const copy = text.cloneNode(true);
      for (const aside of copy.querySelectorAll("i, small")) aside.remove();
      return copy.textContent;
    }),
    ...(await page.evaluate(() => ({ source: player.src, ...heard }))),
  });
}

async function listened(page) {
  const lists = page.locator("#all ~ details");
  await played(page, page.locator(".card button[data-cue]").first(), "Enter");
  await played(page, lists.nth(1).locator("button[data-cue]").first(), "Space");
  await played(page, lists.nth(1).locator("button[data-cue]").last(), "Enter");
  const [one, other] = [lists.nth(0).locator("button[data-cue]").nth(1), lists.nth(1).locator("button[data-cue]").nth(1)];
  await one.press("Enter");
  await other.press("Enter");
  facts.switched = [await one.locator("b").textContent(), await other.locator("b").textContent()];
  await other.press("Enter");
  facts.stopped = [await other.locator("b").textContent(), await page.evaluate(() => player.paused)];
}

// Copy by keyboard, then paste where a lexicon would be open.
async function copied(page, button) {
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /copiée/.test(status.textContent), null, { timeout: 5000 });
  const said = await page.locator("[role=status]").textContent();
  await page.evaluate(() => { status.textContent = ""; });
  const kept = await button.evaluate((element) => element === document.activeElement);
  await page.evaluate(() => { document.body.append(Object.assign(document.createElement("textarea"), { id: "lexicon" })); });
  await page.locator("#lexicon").focus();
  await page.keyboard.press("Control+V");
  const text = await page.locator("#lexicon").inputValue();
  await page.evaluate(() => document.getElementById("lexicon").remove());
  facts.copies.push({ text, said, kept });
}

async function copies(page) {
  for (const card of await page.locator(".card").all()) await copied(page, card.locator("button[data-copy]").last());
  await copied(page, page.getByRole("button", { name: /^Copier les/ }));
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("refused")); });
  await copied(page, page.locator(".card button[data-copy]").first());
}

async function printed(page) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  facts.print = await page.evaluate(() => ({
    shown: [...document.querySelectorAll("button, nav, #status")].filter((e) => e.checkVisibility()).length,
    ink: getComputedStyle(document.body).color,
    paper: getComputedStyle(document.body).backgroundColor,
  }));
}

async function mute(browser) {
  const alone = path.join(folder, "alone");
  fs.mkdirSync(alone);
  fs.copyFileSync(path.join(folder, "report", "readings.html"), path.join(alone, "readings.html"));
  fs.renameSync(path.join(folder, "audio"), path.join(folder, "elsewhere"));
  const page = await opened(browser, {}, pathToFileURL(path.join(alone, "readings.html")).href);
  facts.troubles = facts.troubles.slice(); // what the browser says of the missing file from here on is expected
  const before = facts.troubles.length;
  await page.locator(".card button[data-cue]").first().press("Enter");
  await page.waitForFunction(() => status.textContent !== "", null, { timeout: 5000 });
  facts.mute = await page.locator("[role=status]").textContent();
  facts.troubles.length = before;
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  for (const view of VIEWS) {
    const page = await opened(browser, view);
    await unfold(page);
    await judged(page, view);
    await page.context().close();
  }
  const page = await opened(browser, { ...VIEWS[0], permissions: ["clipboard-read", "clipboard-write"] });
  facts.title = await page.title();
  facts.lang = await page.locator("html").getAttribute("lang");
  facts.foreign = await page.locator(".card [lang]").evaluateAll((all) => all.map((e) => [e.lang, e.textContent]));
  await walked(page);
  await listened(page);
  await copies(page);
  await printed(page);
  await mute(browser);
  await browser.close();
  process.stdout.write(JSON.stringify(facts));
})().catch((error) => { console.error(error); process.exit(1); });
