/**
 * The floor: what any page with these words and pictures must cost. It is the story page without its scripts, web
 * fonts and live stages; the same words, stills and styles.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the floor page as index.html into a folder.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url where the story is served, no slash at the end
 * @param {string} folder an existing, empty folder
 */
export async function makeFloor(browser, url, folder) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/`);
  const html = await page.evaluate(() => {
    for (const gone of document.querySelectorAll('script, [data-island], link:not([rel=canonical])'))
      gone.remove();
    for (const style of document.querySelectorAll('style')) {
      style.textContent = (style.textContent ?? '').replace(/@font-face\s*\{[^}]*\}/g, (rule) =>
        // A fallback adjusted to the web font's measures costs no request: the layout stays the same.
        /local\(/.test(rule) && !/url\(/.test(rule) ? rule : '',
      );
    }
    return `<!doctype html>\n${document.documentElement.outerHTML}\n`;
  });
  await context.close();
  writeFileSync(join(folder, 'index.html'), html);
}
