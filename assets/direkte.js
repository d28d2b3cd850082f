/* direkte.js - live sections, forms that survive a dead network, kept typing, countdowns,
 * wake lock and clicker keys.  Without it every form still works: it is posted, and the
 * server answers 303.
 *
 * What the server promises
 *   <html data-strom="/s/1/strom">   the page's one stream of events:
 *     bit    one or more sections, each <section id=".." data-v="n">
 *     ta     a path of ours: go there
 *     puls   the server's clock in ms, every 15 s
 *   <html data-alltid>   keeps its stream while hidden (walls)
 *   <html data-na="ms">  the server's clock when the page was made
 *   <html data-tPaa data-tAv data-tKo data-tNytt data-tTid60 data-tTid10 data-tTid0>   texts
 *
 * Sections
 *   A section is replaced when its data-v is higher than the present one's, unless both have
 *   the same data-k (it is about the same thing, and ours may be personal); the reply to a
 *   form sent from here always replaces.  One that holds a focused or partly filled-in field
 *   waits until the person has left it or sent it.  If what waits is about something else
 *   (data-k, else the form's action), a notice says so and brings it when pressed; the
 *   section may bring its own data-tNytt.
 *   A shared section with data-hent="ms" stands for one that is different for each person: in
 *   its place the page fetches its own, within so many ms so that a hall does not ask at once.
 *   An img[data-bilde] in a section is found beneath the page's own path: walls share their
 *   sections, but not their addresses.
 *   [data-husk] fields keep what is typed across reloads, in this tab.
 *   [data-behold] fields are a person's own: they stand in no form, are kept on this machine
 *   until [data-slett] with the same key is pressed, and nothing ever sends them.
 *   [data-fra][data-til] are seen while the clock is between those moments.
 *
 * Forms
 *   form[data-direkte] is sent by fetch with the header X-Bit: 1 and answered with sections.
 *   With a field `nokkel` (filled here when empty) it waits in localStorage until the server
 *   has answered; the same key twice is the same answer.  With data-slipp the field is left
 *   when it was taken, so that a clicker works at once.  [data-melding] shows that it waits.
 *   form[data-levende] (method get) is asked again while it is written, and its sections and
 *   the address follow.
 */
(() => {
  'use strict';
  const FIELDS = 'input, textarea, select';
  const root = document.documentElement;
  const stream = root.dataset.strom;
  const text = (name) => root.getAttribute('data-t' + name) || '';
  const byId = (id) => document.getElementById(id);
  const version = (section) => +(section?.dataset.v || 0);
  const attempt = (f) => { try { return f(); } catch { return null; } };

  /* ---- sections ---- */

  const held = new Map();       // id: the newest version of a section somebody is writing in

  const touched = (field) => {
    if (field.type === 'hidden' || 'behold' in field.dataset) return false;
    if (field.matches('select')) {
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((o) => o.defaultSelected));
    }
    if (/radio|checkbox/.test(field.type)) return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  };
  const inUse = (section) =>
    [...section.querySelectorAll(FIELDS)].some((f) => f === document.activeElement || touched(f));
  // Item, round, and phase or step; what follows in data-k only tells that phones should look again.
  const about = (section) => section.dataset.k?.split('-', 3).join('-') || section.querySelector('form')?.getAttribute('action');

  const notice = (said) => {
    byId('nytt')?.remove();
    if (!said) return;
    const p = document.createElement('p'), b = document.createElement('button');
    p.id = p.className = 'nytt';
    p.setAttribute('role', 'status');
    b.type = 'button';
    b.className = 'ds-button';
    b.textContent = said;
    b.onclick = () => release(true);
    p.append(b);
    document.body.append(p);
  };

  const place = (fresh, old) => {
    const focus = old.contains(document.activeElement) && document.activeElement.id;
    if (version(held.get(fresh.id)) <= version(fresh)) held.delete(fresh.id);
    for (const d of old.querySelectorAll('details[id][open]')) fresh.querySelector('#' + d.id)?.setAttribute('open', '');
    old.replaceWith(fresh);
    if (focus) byId(focus)?.focus({ preventScroll: true });
    recall(fresh);
  };

  const release = (all) => {
    for (const [id, fresh] of held) {
      const old = byId(id);
      if (!old) held.delete(id);
      else if (all || !inUse(old)) place(fresh, old);
    }
    if (!held.size) notice('');
  };

  const merge = (html, reply) => {
    const template = document.createElement('template');
    template.innerHTML = html;
    for (const img of template.content.querySelectorAll('img[data-bilde]')) {
      img.src = location.pathname + '/bilde/' + img.dataset.bilde;
    }
    for (const fresh of [...template.content.children]) {
      const old = byId(fresh.id);
      if (!old) {
        if (fresh.id) reply?.form?.before(fresh);
      } else if (reply) {
        place(fresh, old);
      } else if (version(fresh) > version(old) && !(fresh.dataset.k && fresh.dataset.k === old.dataset.k)) {
        if (fresh.dataset.hent) {
          fetchOwn(+fresh.dataset.hent, fresh);
          continue;
        }
        if (!inUse(old)) {
          place(fresh, old);
          continue;
        }
        held.set(fresh.id, fresh);
        if (about(fresh) !== about(old)) notice(fresh.getAttribute('data-tNytt') || text('Nytt'));
      }
    }
    if (!held.size) notice('');
    tick();
  };

  /* The shared section serves when ours cannot be had. */
  let fetching;
  const fetchOwn = (within, shared) => {
    clearTimeout(fetching);
    fetching = setTimeout(async () => {
      const r = await fetch(location.pathname, { headers: { 'X-Bit': '1' } }).catch(() => null);
      delete shared.dataset.hent;
      merge(r?.ok ? await r.text() : shared.outerHTML);
    }, Math.random() * within);
  };

  /* Not at once: the person may be on the way to the button below the field. */
  document.addEventListener('focusout', () => setTimeout(release, 300));

  /* ---- what is typed ---- */

  const husk = (field) => 'husk ' + (field.dataset.husk || field.form.getAttribute('action') + ' ' + field.name);
  const own = (key) => 'behold ' + key;
  const recall = (part) => {
    for (const f of part.querySelectorAll('[data-husk]')) {
      const typed = attempt(() => sessionStorage.getItem(husk(f)));
      if (typed && f.value === f.defaultValue) f.value = typed;
    }
    for (const f of part.querySelectorAll('[data-behold]')) {
      f.value = attempt(() => localStorage.getItem(own(f.dataset.behold))) || '';
    }
  };
  const forget = (keys) => { for (const k of keys) attempt(() => sessionStorage.removeItem(k)); };
  const keys = (form) => [...form.querySelectorAll('[data-husk]')].map(husk);

  document.addEventListener('input', (e) => {
    const { behold } = e.target.dataset;
    if (behold) attempt(() => localStorage.setItem(own(behold), e.target.value));
    if (e.target.matches('[data-husk]')) attempt(() => sessionStorage.setItem(husk(e.target), e.target.value));
  });

  document.addEventListener('click', (e) => {
    const key = e.target.closest('[data-slett]')?.dataset.slett;
    if (!key) return;
    attempt(() => localStorage.removeItem(own(key)));
    recall(document);
  });

  /* ---- forms ---- */

  const KO = 'samling-ko';
  let memory = [], sending = false;       // memory: for browsers that keep nothing
  const ko = () => attempt(() => JSON.parse(localStorage.getItem(KO))) || memory;
  const keep = (list) => { memory = list; attempt(() => localStorage.setItem(KO, JSON.stringify(list))); };
  const drop = (item) => keep(ko().filter((x) => JSON.stringify(x) !== JSON.stringify(item)));
  const formOf = (item) => [...document.forms].find((f) => f.getAttribute('action') === item.skjema);

  const say = (form, said) => {
    let m = form?.querySelector('[data-melding]');
    if (form && !m && said) {
      m = document.createElement('p');
      m.dataset.melding = '';
      m.className = 'melding';
      m.setAttribute('role', 'status');
      form.append(m);
    }
    if (m) m.textContent = said;
  };

  const send = async (item) => {
    const form = formOf(item);
    const r = await fetch(item.til, {
      method: 'POST', body: new URLSearchParams(item.felt), headers: { 'X-Bit': '1' },
      signal: AbortSignal.timeout?.(15000),
    });
    if (item.nokkel && r.status > 499) throw r;
    const html = await r.text();
    drop(item);
    if (r.redirected) return location.assign(r.url);
    if (r.ok) forget(item.husk);
    if (item.laget && form?.elements.nokkel) form.elements.nokkel.value = '';
    say(form, '');
    merge(html, { form });
    if (r.ok) release();
    if (r.ok && form?.matches('[data-slipp]')) document.activeElement?.blur();
  };

  /* Sends what waits, oldest first.  What the server could not take goes to the back. */
  const flush = async () => {
    if (sending) return;
    sending = true;
    for (let item; (item = ko()[0]);) {
      try {
        await send(item);
      } catch (e) {
        if (e.status) {
          drop(item);
          keep([...ko(), item]);
        }
        break;
      }
    }
    sending = false;
    for (const item of ko()) say(formOf(item), text('Ko'));
  };

  document.addEventListener('submit', (e) => {
    const form = e.target, button = e.submitter, key = form.elements.nokkel;
    if (!form.matches('[data-direkte]')) return forget(keys(form));
    e.preventDefault();
    if (key && !key.value) {
      key.value = [...crypto.getRandomValues(new Uint32Array(4))].map((n) => n.toString(36)).join('');
      key.dataset.laget = '';
    }
    const data = new FormData(form), skjema = form.getAttribute('action');
    if (button?.name) data.append(button.name, button.value);
    const item = {
      nokkel: key?.value, laget: !!key && 'laget' in key.dataset, skjema, til: button?.getAttribute('formaction') || skjema,
      felt: [...data], husk: keys(form),
    };
    if (!key) return send(item).catch(() => say(form, text('Av')));
    keep([...ko().filter((x) => x.nokkel !== item.nokkel), item]);
    flush();
  });

  // A form that is answered while it is written: its page is asked again, and its address kept.
  let asked = 0;
  document.addEventListener('input', (e) => {
    const form = e.target.form, mine = ++asked;
    if (!form?.matches('[data-levende]')) return;
    setTimeout(async () => {
      if (mine !== asked) return;
      const query = new URLSearchParams(new FormData(form)), url = form.action + '?' + query;
      const r = await fetch(url, { headers: { 'X-Bit': '1' } }).catch(() => null);
      const html = r?.ok && await r.text();
      if (!html || mine !== asked) return;
      history.replaceState(null, '', url);
      for (const sok of document.querySelectorAll('.sprak [name=sok]')) sok.value = query;
      merge(html, { form });
    }, 500);
  });

  /* ---- the stream ---- */

  let source, seen = 0, failures = 0, waiting, ahead = root.dataset.na ? root.dataset.na - Date.now() : 0;

  const network = (on) => {
    root.dataset.nett = on ? 'paa' : 'av';
    for (const e of document.querySelectorAll('[data-nettstatus]')) {
      const said = text(on ? 'Paa' : 'Av');
      if (e.textContent !== said) e.textContent = said;
    }
  };
  const open = () => {
    clearTimeout(waiting);
    source?.close();
    source = new EventSource(stream);
    seen = Date.now();
    const on = (name, f) => source.addEventListener(name, (e) => {
      seen = Date.now();
      failures = 0;
      network(true);
      f(e.data);
    });
    on('open', flush);
    on('bit', (html) => merge(html));
    on('ta', (path) => path[0] === '/' && path[1] !== '/' && location.assign(path));
    on('puls', (ms) => { ahead = ms - Date.now(); });
    source.onerror = () => {
      network(false);
      if (source.readyState === 2) again();       // the browser gave up, e.g. on a 503
    };
  };
  const again = () => {
    clearTimeout(waiting);
    waiting = setTimeout(open, Math.min(20000, 500 * 2 ** failures++) * (0.7 + Math.random() * 0.6));
  };

  /* iOS kills the socket of a hidden page without a word, and the stream still looks open
   * afterwards.  So a phone closes when hidden and opens anew when seen. */
  const wake = (e) => {
    if (document.hidden) {
      if (!('alltid' in root.dataset)) {
        clearTimeout(waiting);
        source.close();
      }
    } else if (source.readyState !== 1 || Date.now() - seen > 20000 || e.persisted) {
      failures = 0;
      open();
    }
  };
  if (stream) {
    open();
    for (const name of ['online', 'pageshow', 'focus']) addEventListener(name, wake);
    for (const name of ['visibilitychange', 'resume']) document.addEventListener(name, wake);
    addEventListener('pagehide', () => source.close());
  }
  addEventListener('online', flush);
  setInterval(() => {
    if (document.hidden) return;
    if (stream && Date.now() - seen > 40000) open();      // half-open and silent
    if (ko().length) flush();
  }, 5000);

  /* ---- countdown: <time data-slutt="ms" data-total="ms" data-ring="id" data-si="id" data-pip data-rist> ----
   * data-pip sounds and data-rist shakes the phone when the time is out.  With data-over it
   * goes on upwards, "+0:12", warns at half a minute too, and tells the [data-tale] around it;
   * what the voice says may stand on the element itself. */

  let audio;
  const beep = () => attempt(() => {
    audio ||= new AudioContext();
    for (let i = 0; i < 3; i++) {
      const tone = audio.createOscillator(), gain = audio.createGain(), at = audio.currentTime + i * 0.35;
      tone.frequency.value = 660;
      gain.gain.setValueAtTime(0.25, at);
      gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.25);
      tone.connect(gain).connect(audio.destination);
      tone.start(at);
      tone.stop(at + 0.3);
    }
  });
  const two = (n) => String(n).padStart(2, '0');
  const clock = (e, s) => {
    if (!('over' in e.dataset)) return two(Math.floor(s / 60)) + ':' + two(s % 60);
    const box = e.closest('[data-tale]'), short = e.dataset.total <= 30000;
    if (box) box.dataset.tale = s <= 0 ? 'over' : s <= 30 && !short ? 'snart' : 'gaar';
    return (s < 0 ? '+' : '') + Math.floor(Math.abs(s) / 60) + ':' + two(Math.abs(s) % 60);
  };
  const tick = () => {
    for (const e of document.querySelectorAll('[data-slutt]')) {
      const over = 'over' in e.dataset, left = Math.ceil((e.dataset.slutt - Date.now() - ahead) / 1000);
      const s = over ? left : Math.max(0, left), shown = clock(e, s);
      if (e.textContent === shown) continue;
      e.textContent = shown;
      byId(e.dataset.ring)?.setAttribute('stroke-dasharray', `${339.3 * Math.min(1, s * 1000 / e.dataset.total)} 339.3`);
      if (!(over ? [30, 0] : [60, 10, 0]).includes(s)) continue;     // what a screen reader hears
      const voice = byId(e.dataset.si);
      if (voice) voice.textContent = e.getAttribute('data-tTid' + s) || text('Tid' + s);
      if (s && !over) continue;
      if ('pip' in e.dataset) beep();
      if ('pip' in e.dataset || 'rist' in e.dataset) navigator.vibrate?.([200, 100, 200]);
    }
  };
  setInterval(tick, 250);

  /* ---- wall, console, clicker ---- */

  const full = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.());
  if (root.matches('.lerret')) {
    const awake = () => document.hidden || navigator.wakeLock?.request('screen').catch(() => {});
    awake();
    document.addEventListener('visibilitychange', awake);
    document.addEventListener('dblclick', full);
  }
  const TAST = {
    PageDown: 'neste', ArrowRight: 'neste', PageUp: 'forrige', ArrowLeft: 'forrige',
    b: 'svart', '.': 'svart', f: 'full', t: 'tid', k: 'to', r: 'vis', o: 'spoer',
    1: 'puls1', 2: 'puls2', 3: 'puls3',
  };
  document.addEventListener('keydown', (e) => {
    const letter = e.key.length === 1, does = TAST[letter ? e.key.toLowerCase() : e.key];
    if (!does || e.repeat || e.ctrlKey || e.metaKey || e.altKey) return;
    const page = /^Page/.test(e.key) && e.target.matches('input');      // means nothing in one line
    if (!page && e.target.closest(FIELDS + ', dialog, [contenteditable]')) return;
    if (letter && document.querySelector('[data-tast-av]:checked')) return;     // WCAG 2.1.4
    const button = document.querySelector(`[data-tast="${does}"]`);
    if (button) {
      e.preventDefault();
      button.matches(FIELDS) ? button.focus() : button.click();
    } else if (does === 'full') {
      full();
    } else if (does === 'svart' && root.matches('.lerret')) {
      root.toggleAttribute('data-svart');
    }
  });

  /* ---- order: [draggable][data-dra="act id place"] in a list ----
   * Dropped on another of the same list it presses the button "act id place other's place",
   * which has twins for keys and fingers beside it. */

  let dragged;
  const beside = (e) => {
    const on = e.target.closest?.('[data-dra]');
    return on && dragged && on !== dragged && on.parentElement === dragged.parentElement ? on : null;
  };
  document.addEventListener('dragstart', (e) => { dragged = e.target.closest?.('[data-dra]'); });
  document.addEventListener('dragover', (e) => { if (beside(e)) e.preventDefault(); });
  document.addEventListener('drop', (e) => {
    const on = beside(e), twin = dragged?.querySelector('button[form]');
    if (!on || !twin) return;
    e.preventDefault();
    const button = twin.cloneNode();
    button.hidden = true;
    button.value = dragged.dataset.dra + ' ' + on.dataset.dra.split(' ').pop();
    dragged.append(button);
    twin.form.requestSubmit(button);
    button.remove();
  });

  recall(document);
  tick();
  flush();
})();
