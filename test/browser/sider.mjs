// Every page, both languages, light and dark, at the size it is used: axe finds nothing, the
// browser complains of nothing, nothing scrolls sideways or is cut off, nothing leaves the site.
// With PICTURES=folder the pages are kept as pictures too.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { must, test, window } from './browser.mjs';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// What the whole hall looks at, and paper, is in the samling's language, whoever opened it.
const SHARED = /^(lerret|print)/;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function looksRight(page, name) {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name.replace(/\W+/g, '-')}.png` });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  must(wide <= 0, `scrolls sideways by ${wide} pixels`);
  // A card hides what does not fit in it, so a page that does not scroll may still have lost words.
  const cut = await page.evaluate(() => [...document.querySelectorAll('.ds-card')]
    .filter((c) => c.scrollWidth > c.clientWidth + 1).map((c) => c.textContent.trim().slice(0, 60)));
  must(cut.length === 0, `cut off: ${cut.join(' | ')}`);
  const found = await page.evaluate(async (tags) =>
    (await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] })).violations, RULES);
  must(found.length === 0, found.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | ')}`).join('\n'));
  must(page.complaints.length === 0, page.complaints.join('\n'));
}

// [name, path, size, how]; HALF: in bokmål by day and in nynorsk by night, for pages of which
// there are many alike.  `hall` is the samling's language.
export const HALF = (lang, dark) => dark === (lang === 'nn');

export async function pagesAreRight(browser, site, who, { cookies, pages, enter, hall = 'nb', langs = ['nb', 'nn'] }) {
  for (const lang of langs) {
    for (const dark of [false, true]) {
      const page = await window(browser, site, { cookies, lang, dark, script: axe });
      if (enter) await enter(page);
      for (const [name, path, size, how] of pages) {
        if (how && !how(lang, dark)) continue;
        const full = `${who} ${name} ${lang} ${dark ? 'dark' : 'light'} ${size.width}`;
        await test(full, async () => {
          page.complaints.length = 0;
          await page.setViewportSize(size);
          const answer = await page.goto(path.startsWith('http') ? path : site.base + path, { waitUntil: 'load' });
          must(answer.status() < 400, `${path}: ${answer.status()}`);
          must((await page.getAttribute('html', 'lang')) === (SHARED.test(name) ? hall : lang), 'not in the language asked for');
          await looksRight(page, full);
        });
      }
      await page.context().close();
    }
  }
}
