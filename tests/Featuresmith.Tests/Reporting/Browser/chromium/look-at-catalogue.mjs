// Opens a catalogue of "featuresmith docs --html" in chromium as a person would use it, and prints what was seen as JSON.
//   node look-at-catalogue.mjs CHROMIUM PAGE [FOLDER FOR SCREENSHOTS]
import { chromium } from "playwright-core";

const [executablePath, page, pictures] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const seen = { requests: [], errors: [] };

async function open(options, hash = "") {
  const tab = await (await browser.newContext(options)).newPage();
  tab.on("request", request => request.url().startsWith("file:") || seen.requests.push(request.url()));
  tab.on("pageerror", error => seen.errors.push(error.message));
  tab.on("console", message => message.type() === "error" && seen.errors.push(message.text()));
  await tab.goto(`file://${page}${hash}`);
  return tab;
}
const picture = (tab, name) => pictures && tab.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
const names = tab => tab.locator("details").evaluateAll(all => all.map(card => card.id.replace("feature-", "")));
const background = tab => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
async function search(tab, words) {
  await tab.fill("#search", words);
  return names(tab);
}

const light = await open({ colorScheme: "light", viewport: { width: 1280, height: 800 } });
seen.title = await light.locator("h1").textContent();
seen.all = await names(light);
seen.count = await light.locator("#count").textContent();
seen.light = await background(light);
seen.description = await light.locator("#feature-alpha summary p").textContent();
seen.bold = await light.locator("b").count();

await light.keyboard.press("/");
seen.slashFocuses = await light.evaluate(() => document.activeElement.id);
seen.byKeyword = await search(light, "GREEK");
seen.byOption = await search(light, "colour");
seen.byValueAndName = await search(light, "red beta");
await search(light, "no such thing");
seen.nothing = await light.locator("#count").textContent();
await search(light, "");
await light.selectOption("#base", "debian:trixie");
seen.byBase = await names(light);
await light.selectOption("#base", "");

// Escape gives the keys back to the page; two steps on and none back is the second card.
await light.focus("#search");
await light.keyboard.press("Escape");
await light.keyboard.press("j");
await light.keyboard.press("j");
await light.keyboard.press("j");
await light.keyboard.press("k");
await light.keyboard.press("Enter");
const card = light.locator("details[open]");
seen.opened = await card.getAttribute("id");
seen.snippet = await card.locator("pre").textContent();
seen.cells = await card.locator("table").first().locator("tbody tr").first().locator("th, td").allTextContents();
seen.headings = await card.locator("h3").allTextContents();
await card.locator("button").click();
await card.locator("button:not(:text-is('Copy'))").waitFor();
seen.copied = await card.locator("button").textContent();
await picture(light, "light");

const addressed = await open({ colorScheme: "light" }, "#feature-gamma");
seen.byAddress = await addressed.locator("details[open]").getAttribute("id");

const dark = await open({ colorScheme: "dark", viewport: { width: 1280, height: 800 } }, "#feature-beta");
seen.dark = await background(dark);
await picture(dark, "dark");

const narrow = await open({ colorScheme: "light", viewport: { width: 360, height: 700 } }, "#feature-beta");
// The page itself must not scroll sideways; wide tables scroll in their own frame.
seen.narrowOverflow = await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth);
await picture(narrow, "narrow");

console.log(JSON.stringify(seen));
await browser.close();
