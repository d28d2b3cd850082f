// What the browser tests know of forms: how they are found, filled past the browser's own
// checks, and sent; and the catalogue, to read what a form should say.
import { readFileSync } from 'node:fs';
import { must } from './browser.mjs';

const lines = (file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n');

// po/nn.po as { bokmaal: nynorsk }; plural forms are left out.
function catalogue() {
  const all = {};
  let id = '', part = '';
  for (const line of lines('../../po/nn.po')) {
    const [, word, text] = line.match(/^(msgid|msgstr)? ?"(.*)"$/) ?? [];
    if (text === undefined) continue;
    if (word === 'msgid') id = '';
    if (word) part = word;
    if (part === 'msgid') id += JSON.parse(`"${text}"`);
    else all[id] = (all[id] ?? '') + JSON.parse(`"${text}"`);
  }
  return all;
}

const nynorsk = catalogue();
export function said(lang, msgid) {
  if (lang === 'nb') return msgid;
  must(nynorsk[msgid], `not in po/nn.po: ${msgid}`);
  return nynorsk[msgid];
}

// Every form of the page that is posted, with the fields that text can be typed into.
export const formsOn = (page) => page.evaluate(() => [...document.forms]
  .filter((f) => f.method === 'post')
  .map((f, nr) => ({
    nr: [...document.forms].indexOf(f),
    action: f.getAttribute('action'),
    fields: [...f.elements].filter((e) => e.name && !e.disabled && e.type !== 'submit' && e.type !== 'button')
      .map((e) => ({
        name: e.name, type: e.tagName === 'TEXTAREA' ? 'textarea' : e.tagName === 'SELECT' ? 'select' : e.type,
        max: e.maxLength > 0 ? e.maxLength : Infinity, value: e.value, checked: e.checked,
        options: e.options ? [...e.options].map((o) => o.value) : undefined,
      })),
    buttons: [...f.elements].filter((e) => e.type === 'submit' && e.name).map((e) => [e.name, e.value]),
  })));

export const typed = (field) => !['hidden', 'select', 'radio', 'checkbox', 'file'].includes(field.type);

// Lets a form be sent as a browser without manners would: nothing is checked, nothing cut,
// nothing folded away.
export const unguard = (form) => form.evaluate((f) => {
  f.noValidate = true;
  for (const folded of f.querySelectorAll('details')) folded.open = true;
  for (const e of f.elements) {
    for (const rule of ['maxlength', 'min', 'max', 'required']) e.removeAttribute(rule);
    if (['number', 'date', 'email'].includes(e.type)) e.type = 'text';
  }
});

// Presses the form's button and waits for the answer to what was posted.
export async function sendForm(page, form, button) {
  const answer = page.waitForResponse((r) => r.request().method() === 'POST');
  await (button ? form.getByRole('button', { name: button, exact: true }) : form.locator('[type=submit]:not([formaction]):not([hidden])')).first().click();
  const r = await answer;
  await page.waitForLoadState();
  return r;
}
