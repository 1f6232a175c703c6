// Opens a report in chromium as a person would use it, and prints what was seen as JSON.
//   node look.mjs CHROMIUM PAGE [FOLDER FOR SCREENSHOTS]
import { chromium } from "playwright-core";

const [executablePath, page, pictures] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const seen = { requests: [], errors: [] };

async function open(options) {
  const tab = await (await browser.newContext(options)).newPage();
  tab.on("request", request => request.url().startsWith("file:") || seen.requests.push(request.url()));
  tab.on("pageerror", error => seen.errors.push(error.message));
  tab.on("console", message => message.type() === "error" && seen.errors.push(message.text()));
  await tab.goto(`file://${page}`);
  return tab;
}
const picture = (tab, name) => pictures && tab.screenshot({ path: `${pictures}/${name}.png`, fullPage: name !== "log" });
const cells = tab => tab.locator("td button").count();
const background = tab => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);

const light = await open({ colorScheme: "light", viewport: { width: 1280, height: 800 } });
seen.title = await light.locator("h1").textContent();
seen.all = await cells(light);
seen.light = await background(light);
await picture(light, "light");

await light.selectOption("#result", "failed");
seen.failed = await cells(light);
await light.selectOption("#result", "");
await light.keyboard.press("/");
seen.slashFocuses = await light.evaluate(() => document.activeElement.id);
await light.fill("#search", "LOUD trixie");
seen.found = await cells(light);
await light.fill("#search", "no such thing");
seen.nothing = await light.locator("#matrices").textContent();
await light.fill("#search", "");

// "/" left the search field focused; Escape gives the keys back to the page.
await light.focus("#search");
await light.keyboard.press("Escape");
await light.keyboard.press("j");
await light.keyboard.press("j");
await light.keyboard.press("k");
seen.focused = await light.evaluate(() => document.activeElement.title);
await light.keyboard.press("Enter");
seen.logTitle = await light.locator("#title").textContent();
seen.log = await light.locator("#text").textContent();
seen.checks = await light.locator("#checks li").allTextContents();
await picture(light, "log");
await light.keyboard.press("Escape");
seen.closed = !(await light.locator("dialog").evaluate(dialog => dialog.open));

const dark = await open({ colorScheme: "dark", viewport: { width: 1280, height: 800 } });
seen.dark = await background(dark);
await picture(dark, "dark");

const narrow = await open({ colorScheme: "light", viewport: { width: 360, height: 700 } });
// The page itself must not scroll sideways; wide tables scroll in their own frame.
seen.narrowOverflow = await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth);
await picture(narrow, "narrow");

console.log(JSON.stringify(seen));
await browser.close();
