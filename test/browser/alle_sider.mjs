// Every page of the program, for each who may see it.
import { CONSOLE, PHONE, SMALL_WALL, WALL, lead, lillevik, logIn } from './browser.mjs';
import { pagesAreRight } from './sider.mjs';

const PROGRAMLEDER = 'programleder@samling.example';

export async function everyPage(browser, binary) {
  const site = await lillevik(binary, 12);
  const path = (link) => new URL(link).pathname;

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
    ['a new item', '/samling/1/punkt/ny?dag=1&slag=ordsky', CONSOLE], ['an item', '/samling/1/punkt/3', CONSOLE],
    ['roster', '/samling/1/navneliste', CONSOLE], ['links', '/samling/1/lenker', CONSOLE],
    ['print', '/samling/1/utskrift', CONSOLE], ['sheets', '/samling/1/utskrifter', CONSOLE],
    ['print poster', '/samling/1/utskrift/plakat', CONSOLE], ['print place cards', '/samling/1/utskrift/bordkort', CONSOLE],
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
  await site.stop();
}
