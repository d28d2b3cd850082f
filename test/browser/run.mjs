// run.mjs BINARY [NAME...] - the browser tests, all or those named; each on a Lillevik of its own.
import { launch, results, test } from './browser.mjs';
import { everyPage } from './alle_sider.mjs';
import { badInput } from './feilskjema.mjs';
import { survivesTheNetwork } from './frakoblet.mjs';
import { groupsWork } from './grupper.mjs';
import { knowsIfImpartial } from './habilitet.mjs';
import { checksAnItem } from './habilitet_liste.mjs';
import { votesOnACase } from './habilitetssak.mjs';
import { takesLittle } from './innsats.mjs';
import { ledByClicker } from './klikker.mjs';
import { keepsToItself } from './notat.mjs';
import { rulesOfACouncil } from './regler.mjs';
import { noScriptRuns } from './skript.mjs';
import { byKeyboard } from './tastatur.mjs';
import { atTheRostrum } from './talerstol.mjs';
import { worksWithoutScript } from './uten_skript.mjs';
import { electsABody } from './valg.mjs';
import { electsInTheMeeting } from './valg_moete.mjs';

const suites = {
  alle_sider: everyPage, skript: noScriptRuns, feilskjema: badInput, uten_skript: worksWithoutScript,
  frakoblet: survivesTheNetwork, tastatur: byKeyboard, klikker: ledByClicker, talerstol: atTheRostrum, grupper: groupsWork, innsats: takesLittle,
  notat: keepsToItself, valg: electsABody, valg_moete: electsInTheMeeting, habilitet: knowsIfImpartial,
  habilitet_liste: checksAnItem, habilitetssak: votesOnACase, regler: rulesOfACouncil,
};
const [binary, ...names] = process.argv.slice(2);
const browser = await launch();
try {
  for (const name of names.length ? names : Object.keys(suites)) {
    const start = Date.now(), before = results.passed;
    await test(name, () => suites[name](browser, binary));
    console.log(`${name}: ${results.passed - before} passed, ${((Date.now() - start) / 1000).toFixed(0)} s`);
  }
} finally {
  await browser.close();
}
console.log(`browser: ${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed ? 1 : 0);
