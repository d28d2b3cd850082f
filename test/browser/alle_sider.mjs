// Every page of the program, for each who may see it.
import { CONSOLE, PHONE, SMALL_WALL, WALL, lead, lillevik, logIn, must, press, says, window } from './browser.mjs';
import { HALF, pagesAreRight } from './sider.mjs';

const PROGRAMLEDER = 'programleder@samling.example';

async function adopts(page, path, add) {
  await page.goto(path);
  await page.locator('form', { has: page.getByRole('button', { name: add, exact: true }) }).locator('[name=tekst]').fill('Vi svarer hverandre innen tre dager');
  await press(page, add);
  await press(page, 'Vedta');
  await says(page, 'Ikke vedtatt likevel', 'main');
}

// What the leader's pages are drawn of: the kinds the editor offers, the number of the first
// item of each kind, cards that are adopted, and groups.
async function prepared(browser, site) {
  const page = await window(browser, site);
  await lead(page, site);
  await page.goto(`${site.base}/samling/1`);
  const kinds = await page.locator('select[name=slag]').first().locator('option').evaluateAll((all) => all.map((o) => o.value));
  const items = (await (await page.request.get(`${site.base}/samling/1/rapport.json`)).json()).punkter;
  const number = (kind) => items.findIndex((i) => i.slag === kind) + 1;
  must(kinds.length > 6 && number('kjoereregler') > 0 && number('gruppearbeid') > 0, 'Lillevik is not as it was');
  await page.goto(`${site.base}/samling/1/grupper/${number('gruppearbeid')}`);
  await press(page, 'Lag grupper');
  await adopts(page, `${site.base}/samling/1/kort/${number('kjoereregler')}`, 'Legg til');
  await adopts(page, `${site.base}/samling/1/kort/${number('forventninger')}`, 'Legg til: til administrasjonen');
  return { page, kinds, number };
}

// Paper and wall, in the other language.
async function inNynorsk(browser, site, page, pages) {
  await page.goto(`${site.base}/samling/1/om`);
  await page.locator('#maalform').selectOption('nn');
  await page.locator('main form [type=submit]').first().click();
  await page.waitForLoadState();
  await pagesAreRight(browser, site, 'leader nynorsk', { enter: (p) => lead(p, site), pages, hall: 'nn', langs: ['nn'] });
}

export async function everyPage(browser, binary) {
  const site = await lillevik(binary, 12);
  const path = (link) => new URL(link).pathname;
  const { page, kinds, number } = await prepared(browser, site);
  const sheets = [
    ['print', '/samling/1/utskrift', CONSOLE, HALF], ['print poster', '/samling/1/utskrift/plakat', CONSOLE, HALF],
    ['print place cards', '/samling/1/utskrift/bordkort', CONSOLE, HALF],
    ['print groups', `/samling/1/grupper/${number('gruppearbeid')}/utskrift`, CONSOLE, HALF],
    ['print rules', `/samling/1/plakat/${number('kjoereregler')}`, CONSOLE, HALF],
    ['print rules on A3', `/samling/1/plakat/${number('kjoereregler')}?ark=a3`, CONSOLE, HALF],
    ['print two lists', `/samling/1/plakat/${number('forventninger')}`, CONSOLE, HALF],
  ];

  await pagesAreRight(browser, site, 'anybody', { pages: [
    ['join', '/', PHONE], ['join with code', path(site.links.deltaker), PHONE], ['join on a desk', '/', CONSOLE],
    ['log in', '/logg-inn', CONSOLE], ['log in on a phone', '/logg-inn', PHONE], ['privacy', '/personvern', PHONE],
    ['municipalities', '/kommuner', CONSOLE],
  ] });
  await pagesAreRight(browser, site, 'participant', { cookies: [site.cookies[0]], pages: [
    ['now', '/s/1', PHONE], ['programme', '/s/1/program', PHONE], ['more', '/s/1/mer', PHONE], ['me', '/s/1/meg', PHONE],
    ['report', '/s/1/rapport', PHONE], ['now on a desk', '/s/1', CONSOLE],
  ] });
  await pagesAreRight(browser, site, 'hall', { pages: [
    ['lerret', path(site.links.lerret), WALL], ['lerret small', path(site.links.lerret), SMALL_WALL],
  ] });
  await pagesAreRight(browser, site, 'leader', { enter: (page) => lead(page, site), pages: [
    ['console', '/samling/1/konsoll', CONSOLE], ['console on a phone', '/samling/1/konsoll', PHONE],
    ['plan', '/samling/1', CONSOLE], ['plan on a phone', '/samling/1', PHONE], ['about', '/samling/1/om', CONSOLE],
    ['an item', '/samling/1/punkt/3', CONSOLE],
    ['roster', '/samling/1/navneliste', CONSOLE], ['links', '/samling/1/lenker', CONSOLE],
    ['sheets', '/samling/1/utskrifter', CONSOLE], ['sheets on a phone', '/samling/1/utskrifter', PHONE], ...sheets,
    ...kinds.map((kind) => [`a new ${kind}`, `/samling/1/punkt/ny?dag=1&slag=${kind}`, CONSOLE, HALF]),
    ['groups', '/samling/1/grupper', CONSOLE], ['groups on a phone', '/samling/1/grupper', PHONE],
    ['a division', `/samling/1/grupper/${number('gruppearbeid')}`, CONSOLE],
    ['cards', `/samling/1/kort/${number('kjoereregler')}`, CONSOLE],
    ['cards on a phone', `/samling/1/kort/${number('kjoereregler')}`, PHONE],
    ['cards of two lists', `/samling/1/kort/${number('forventninger')}`, CONSOLE],
    ['who is here', '/samling/1/frammoete', CONSOLE], ['who is here on a phone', '/samling/1/frammoete', PHONE],
    ['making ready', '/samling/1/klargjoer', CONSOLE], ['making ready on a phone', '/samling/1/klargjoer', PHONE],
    ['a name', '/samling/1/navneliste/1', PHONE],
    ['report', '/samling/1/rapport', CONSOLE], ['report on a phone', '/samling/1/rapport', PHONE],
  ] });
  await pagesAreRight(browser, site, 'programleder', { enter: (page) => logIn(page, site.loginLink(PROGRAMLEDER)), pages: [
    ['mine', '/mine', CONSOLE], ['mine on a phone', '/mine', PHONE], ['people', '/folk', CONSOLE],
    ['evaluations', '/evalueringer', CONSOLE], ['evaluations on a phone', '/evalueringer', PHONE],
    ['new', '/samling/ny', CONSOLE], ['import', '/samling/importer', CONSOLE],
    ['copy', '/samling/1/kopier', CONSOLE],
  ] });
  await inNynorsk(browser, site, page, [...sheets, ['lerret', path(site.links.lerret), WALL]]);
  await page.context().close();
  await site.stop();
}
