// run.mjs BINARY - every browser test, on a Lillevik of its own.
import { execFileSync } from 'node:child_process';
import { launch, lillevik, results } from './browser.mjs';
import { everyPage } from './alle_sider.mjs';

const binary = process.argv[2];
const site = await lillevik(binary, 12);
const browser = await launch();
try {
  await everyPage(browser, site);
} finally {
  await browser.close();
  await site.stop();
}
console.log(`browser: ${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed ? 1 : 0);
