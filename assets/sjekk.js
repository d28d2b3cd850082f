// sjekk.js - the note of the self-check fills with the answers given, and can be printed and
// copied.  They are kept here, in memory, until the page is left: nothing is sent or stored.
// The page says all it can without it.
(() => {
  'use strict';
  const FIRST = 's0';
  const byId = (id) => document.getElementById(id);
  const clean = (e) => e.textContent.trim().replace(/\s+/g, ' ');
  const choice = new Map();             // id of a step: what was chosen there, and where it led
  const note = byId('vei');
  const current = () => byId(location.hash.slice(1))?.closest('.steg') ?? byId(FIRST);

  // What was found at a step that asks nothing.
  const found = (step) => {
    const told = step.querySelectorAll('.funn li');
    return [...told.length ? told : step.querySelectorAll('.grunn')].map(clean).join('; ');
  };

  document.addEventListener('click', (e) => {
    const link = e.target.closest('.steg a[href^="#s"]');
    if (!link) return;
    const step = link.closest('.steg');
    const asks = link.closest('.svar, .ord') || link.dataset.svar;
    choice.set(step.id, {
      to: link.hash.slice(1),
      says: clean(step.querySelector('h2')) + ' ' + (asks ? link.dataset.svar || clean(link) : found(step)),
    });
  });

  // The way here; empty when the page was opened in the middle.
  const path = () => {
    const here = current().id, way = [];
    let id = FIRST;
    for (; id !== here && choice.has(id); id = choice.get(id).to) way.push(choice.get(id).says);
    return id === here ? way : [];
  };

  const draw = () => {
    const way = path();
    note.hidden = way.length === 0;
    note.querySelector('ol').replaceChildren(...way.map((says) => {
      const li = document.createElement('li');
      li.textContent = says;
      return li;
    }));
    byId('knapper').querySelector('[role=status]').textContent = '';
    // The other language begins at the same question.
    const language = document.querySelector('.sprak');
    language.setAttribute('action', language.getAttribute('action').split('#')[0] + location.hash);
  };

  const asText = () => {
    const step = current();
    const typed = [...document.querySelectorAll('.notat .ds-field')].map((f) =>
      `${clean(f.querySelector('label'))}: ${f.querySelector('.ds-input').value}`);
    const ticked = [...step.querySelectorAll('.vekt')].flatMap((group) => {
      const on = [...group.querySelectorAll('label')].filter((l) => l.firstElementChild.checked);
      return on.length ? [`${clean(group.querySelector('legend'))}:`, ...on.map((l) => `- ${clean(l)}`)] : [];
    });
    return [clean(document.querySelector('h1')), ...typed, '', ...path().map((says, i) => `${i + 1}. ${says}`), '',
      `${clean(step.querySelector('h2'))} ${found(step)}`,
      [...document.querySelectorAll('.l summary')].filter((e) => e.offsetParent).map(clean).join(', '), ...ticked, '',
      clean(document.querySelector('.notat strong'))].join('\n');
  };

  // Without https a browser has no clipboard but the old one.
  const copy = async (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = document.createElement('textarea');
    field.value = text;
    byId('knapper').append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (!done) throw new Error('copy');
  };

  byId('skriv').addEventListener('click', () => print());
  byId('kopier').addEventListener('click', async (e) => {
    const button = e.currentTarget, status = byId('knapper').querySelector('[role=status]');
    status.textContent = await copy(asText()).then(() => button.dataset.kopiert, () => button.dataset.feil);
    button.focus();
  });
  // The skip link must not lose the question one has come to.
  document.querySelector('.ds-skip-link').addEventListener('click', (e) => {
    e.preventDefault();
    current().focus();
  });
  addEventListener('hashchange', draw);
  byId('knapper').hidden = false;
  draw();
})();
