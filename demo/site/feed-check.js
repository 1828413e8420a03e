/** The feed check: asks the hub, on wish this browser too, and says in German what was found. */
import { dateOf, FAILURES, FINDINGS, FORMATS, NO_ANSWER, REFUSALS, STATES } from './feed-check-words.js';

const form = document.getElementById('check-form');
const input = document.getElementById('check-url');
const problem = document.getElementById('check-url-problem');
const status = document.getElementById('check-status');
const result = document.getElementById('check-result');
const button = form.querySelector('button');

/** @returns {HTMLElement} an element with its properties set and its children inside */
function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const finding = ([title, cure], isGood) =>
  element('li', { className: isGood ? 'good' : 'bad' }, element('strong', { textContent: title }), cure);

const part = (title, ...children) => element('section', {}, element('h3', { textContent: title }), ...children);

const facts = (pairs) =>
  element(
    'dl',
    { className: 'check-facts' },
    ...pairs.flatMap(([name, value]) => [element('dt', { textContent: name }), element('dd', { textContent: value })]),
  );

/** A text to take along, with a button that copies it where the browser lets it. */
function snippet(title, text) {
  const code = element('code', { textContent: text });
  const box = element('pre', { tabIndex: 0 }, code);
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', title);
  const copy = element('button', { type: 'button', textContent: 'Kopieren' });
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = 'Kopiert.';
      copy.textContent = 'Kopiert';
    } catch {
      // Without a secure context there is no clipboard: the text stands ready to be copied by hand.
      getSelection().selectAllChildren(code);
      status.textContent = 'Der Text ist markiert. Kopieren Sie ihn mit Strg+C.';
    }
  });
  return element('div', { className: 'check-snippet' }, element('p', { textContent: title }), box, copy);
}

const verdict = (title, text) =>
  element(
    'div',
    { className: 'check-verdict' },
    element('h2', { id: 'check-title', tabIndex: -1, textContent: title }),
    element('p', { textContent: text }),
  );

/** Whether a page in this browser could read the feed, by the library's own reader. */
async function tryHere(url) {
  let isForbidden = false;
  const note = () => (isForbidden = true);
  document.addEventListener('securitypolicyviolation', note);
  // Without a build of the library this browser has nothing to read with.
  const library = await import('/dist/adapters/feed.js').catch(() => undefined);
  if (!library) return undefined;
  try {
    const { createFeedBackend } = library;
    const { items } = await createFeedBackend({ src: url, timeout: 10_000 }).posts.list({});
    return ['Dieser Browser liest den Feed', `Er hat ${items.length} Beiträge bekommen.`, true];
  } catch (error) {
    if (error.reason === 'empty') return ['Dieser Browser liest den Feed', 'Er ist leer.', true];
    if (isForbidden)
      return [
        'Diese Seite darf nur ihren eigenen Server fragen',
        'Ihre Content-Security-Policy lässt andere Adressen nicht zu. Auf einer solchen Seite führt der Weg über den Hub.',
        false,
      ];
    return [
      'Dieser Browser kann den Feed nicht lesen',
      'Der Server antwortet nicht, oder er gibt den Feed nicht für andere Seiten frei.',
      false,
    ];
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const tag = (src) => `<vr-blog-feed src="${escaped(src)}" images="none"></vr-blog-feed>`;

function snippets({ finalUrl, feed, transport }, isReadHere) {
  const label = feed.title ?? new URL(finalUrl).host;
  const source = JSON.stringify({ sources: [{ id: 'blog', kind: 'feed', url: finalUrl, label }] }, null, 2);
  const direct = snippet('Direkt: der Browser liest den Feed selbst.', tag(`feed+${finalUrl}`));
  const hub = [
    snippet('Über den Hub: diese Quelle in hub.config.json …', source),
    snippet('… und diese Zeile auf Ihrer Seite.', tag(`hub+${location.origin}/`)),
  ];
  const builder = element('a', {
    href: `/einbetten?${new URLSearchParams({ widget: 'blog-feed', src: `feed+${finalUrl}` })}`,
    textContent: 'Mit Vorschau einstellen, und als fertiger Schnipsel für Ihr System',
  });
  return part(
    'Zum Einbauen',
    ...(transport.cors.allowed || isReadHere ? [direct] : []),
    ...hub,
    element('p', {}, builder),
  );
}

function hostsPart({ hosts }) {
  const pictures = hosts.images.map(({ host, count }) => `${host} (${count === 1 ? '1 Bild' : `${count} Bilder`})`);
  return part(
    'Wen der Browser fragt',
    facts([
      ['Direkt', hosts.source],
      ['Mit Bildern', pictures.length > 0 ? pictures.join(', ') : 'niemanden zusätzlich'],
      ['Ohne Bilder', `mit images="none" nur ${hosts.source}`],
      ['Über den Hub', `nur ${location.host}`],
    ]),
  );
}

function feedParts(answer, here) {
  const { feed, transport, findings } = answer;
  const items = feed.items === 1 ? '1 Beitrag' : `${feed.items} Beiträge`;
  const kilobytes = (transport.bytes / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 });
  const ways = [
    finding(['Der Hub liest den Feed', 'Er sammelt ihn regelmäßig und hält die letzte gute Fassung bereit.'], true),
    ...(here ? [finding(here, here[2])] : []),
  ];
  const told = findings.filter(({ code }) => code in FINDINGS);
  return [
    verdict(
      feed.title ? `${feed.title}: ${items}` : items,
      told.length === 0
        ? 'Es fehlt nichts. Der Feed ist bereit.'
        : told.length === 1
          ? 'Der Feed lässt sich einbinden. Eine Sache kann besser werden.'
          : `Der Feed lässt sich einbinden. ${told.length} Dinge können besser werden.`,
    ),
    part(
      'Gefunden',
      facts([
        ['Format', [FORMATS[feed.format], feed.version].filter(Boolean).join(' ')],
        ['Beiträge', feed.fullText > 0 ? `${feed.items}, davon ${feed.fullText} mit vollem Text` : String(feed.items)],
        ...(feed.newest ? [['Neuester', `${feed.newest.title} (${dateOf(feed.newest.at)})`]] : []),
        ['Bilder', String(feed.images)],
        ['Größe', `${kilobytes} kB, ${transport.encoding}`],
        ['Inhaltstyp', transport.contentType ?? 'keiner'],
        ['Verschlüsselt', transport.https ? 'ja (https)' : 'nein (http)'],
        ['Andere Seiten', transport.cors.allowed ? 'dürfen ihn im Browser lesen' : 'dürfen ihn im Browser nicht lesen'],
      ]),
    ),
    part('Wege zum Feed', element('ul', {}, ...ways)),
    ...(told.length > 0
      ? [
          part(
            'Was besser werden kann',
            element('ul', {}, ...told.map((each) => finding(FINDINGS[each.code](each), false))),
          ),
        ]
      : []),
    hostsPart(answer),
    element('div', { className: 'check-snippets' }, snippets(answer, here?.[2])),
  ];
}

function otherParts({ state, failure, feeds = [], wordpress, finalUrl }, here) {
  if (state === 'unreadable') {
    const [title, cure] = FAILURES[failure.reason] ?? FAILURES.unknown;
    return [verdict(title, cure), ...(here ? [part('Wege zum Feed', element('ul', {}, finding(here, here[2])))] : [])];
  }
  const choices = feeds.map(({ url, title }) => {
    const choose = element('button', { type: 'button', textContent: 'Diesen prüfen' });
    choose.setAttribute('aria-label', `${title ?? url} prüfen`);
    choose.addEventListener('click', () => {
      input.value = url;
      form.requestSubmit();
    });
    return element('li', {}, element('strong', { textContent: title ?? url }), `${url} `, choose);
  });
  return [
    verdict(...STATES[state](feeds.length)),
    ...(choices.length > 0 ? [part('Feeds dieser Website', element('ul', {}, ...choices))] : []),
    ...(wordpress
      ? [
          element(
            'div',
            { className: 'check-snippets' },
            part(
              'Zum Einbauen',
              snippet(
                'Die Website läuft mit WordPress. So kommen auch Alternativtexte und Namen an.',
                tag(`wordpress+${wordpress}`),
              ),
            ),
          ),
        ]
      : []),
    ...(state === 'calendar'
      ? [
          element(
            'div',
            { className: 'check-snippets' },
            part(
              'Zum Einbauen',
              snippet(
                'Der Kalender auf Ihrer Seite.',
                `<vr-event-calendar src="icalendar+${escaped(finalUrl)}"></vr-event-calendar>`,
              ),
            ),
          ),
        ]
      : []),
  ];
}

function show(parts) {
  result.className = 'check-result';
  result.replaceChildren(...parts);
  result.hidden = false;
  document.getElementById('check-title').focus();
}

function refuse(text) {
  problem.textContent = text;
  input.setAttribute('aria-invalid', 'true');
  input.focus();
}

async function check(url, alsoHere) {
  const response = await fetch(`/api/v1/feed-check?${new URLSearchParams({ url })}`);
  if (!response.ok) return refuse(REFUSALS[response.status] ?? NO_ANSWER);
  const answer = await response.json();
  const isWorthIt = answer.state === 'feed' || answer.state === 'unreadable';
  const here = alsoHere && isWorthIt ? await tryHere(answer.finalUrl ?? answer.url) : undefined;
  show(answer.state === 'feed' ? feedParts(answer, here) : otherParts(answer, here));
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (button.getAttribute('aria-disabled') === 'true') return;
  problem.textContent = '';
  input.removeAttribute('aria-invalid');
  result.hidden = true;
  const url = input.value.trim();
  if (url === '') return refuse('Fügen Sie eine Adresse ein.');
  button.setAttribute('aria-disabled', 'true');
  status.textContent = 'Die Adresse wird geprüft …';
  try {
    await check(url, form.elements.namedItem('browser').checked);
  } catch {
    refuse(NO_ANSWER);
  } finally {
    button.removeAttribute('aria-disabled');
    status.textContent = '';
  }
});
