import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DOMParser } from '@xmldom/xmldom';
import { linkTarget } from '../../../src/loader/link-target.ts';
import {
  absoluteUrl,
  directivesOf,
  emptyState,
  FORMS,
  formsOf,
  hostsOf,
  reachOf,
  siteOrigin,
  snippetOf,
  sourceAttributes,
  splitKind,
  SYSTEMS,
  WIDGETS,
  type State,
} from './builder.ts';
import { CALENDAR, HASH, HUB, make, NETWORK } from './make-outcome.ts';

/** What a person could put into any field to break out of it. */
const HOSTILE = `"><script>alert(1)</script>' & <!-- ]] }} [x] {{y}} | ~~~~ \n onload=1 -->`;

const EMBED = {
  widget: 'event-calendar',
  attributes: { src: `https://x.example/a.ics?a=1&b="2"`, labels: HOSTILE, topic: HOSTILE, 'without-controls': '' },
  link: { href: `https://x.example/?a=1&b='"<>`, text: HOSTILE },
  page: 'https://hub.example/embed/event-calendar?topic=%22%3E',
  title: HOSTILE,
};

/** The one element that a snippet is, read by a strict reader. */
function parsed(html: string): Element {
  const problems: string[] = [];
  // A switch has no value in HTML, and may not lack one in XML.
  const xml = html.replace(/ (without-controls)(?=[ >])/g, ' $1=""');
  const document = new DOMParser({ onError: (_level, message) => problems.push(String(message)) }).parseFromString(
    xml,
    'text/xml',
  );
  assert.deepEqual(problems, [], html);
  return document.documentElement as unknown as Element;
}

const inOneLine = HOSTILE.replace(/\n/g, ' ');

describe('the snippet', () => {
  it('is a tag with its link that says exactly what was typed, whatever that was', () => {
    const element = parsed(snippetOf('tag', EMBED));
    assert.equal(element.tagName, 'vr-event-calendar');
    assert.equal(element.getAttribute('src'), EMBED.attributes.src);
    assert.equal(element.getAttribute('labels'), inOneLine);
    assert.equal(element.getAttribute('onload'), null);
    assert.equal(element.childNodes.length, 1);
    const link = element.firstChild as Element;
    assert.equal(link.getAttribute('href'), EMBED.link.href);
    assert.equal(link.textContent, inOneLine);
    assert.equal(element.getElementsByTagName('script').length, 0);
  });

  it('is a div whose every setting is a data attribute', () => {
    const element = parsed(snippetOf('mount', EMBED));
    assert.deepEqual(
      [element.tagName, element.getAttribute('class'), element.getAttribute('data-vr-widget')],
      ['div', 'vr-mount', 'event-calendar'],
    );
    assert.equal(element.getAttribute('data-vr-topic'), inOneLine);
    assert.equal(element.getAttribute('data-vr-without-controls'), '');
    assert.equal(element.textContent, inOneLine);
  });

  it('is a frame with a title, and a link to the page of a hub or with all settings on it', () => {
    const frame = parsed(snippetOf('frame', EMBED));
    assert.deepEqual(
      [frame.getAttribute('src'), frame.getAttribute('title'), frame.getAttribute('class')],
      [EMBED.page, inOneLine, 'vr-frame'],
    );
    const toHub = parsed(snippetOf('link', EMBED)).firstChild as Element;
    assert.deepEqual([toHub.getAttribute('href'), toHub.getAttribute('data-vr-src')], [EMBED.page, null]);
    const toData = parsed(snippetOf('link', { ...EMBED, page: '' })).firstChild as Element;
    assert.equal(toData.getAttribute('data-vr-src'), EMBED.attributes.src);
  });

  it('leaves no wiki and no shortcode anything to read as its own markup', () => {
    const shortcode = snippetOf('shortcode', EMBED);
    assert.match(shortcode, /^\[vr_event_calendar src="[^"[\]]*"( \w+="[^"[\]<>]*")*\]$/);
    assert.match(shortcode, / without_controls="1"/);
    const wiki = snippetOf('mediawiki', EMBED);
    assert.match(wiki, /^<div class="vr-mount"[^[\]{}|~]*>\[https:[^\s\]]+ [^[\]{}|~]*\]<\/div>$/);
    assert.match(snippetOf('dokuwiki', EMBED), /^\[\[https:[^\s|\]]+\|[^[\]|<>]*\]\]$/);
    assert.match(snippetOf('xwiki-link', EMBED), /^\[\[[^[\]|<>~]*>>https:[^\s|\]]+\]\]$/);
    assert.match(snippetOf('xwiki', EMBED), /^\{\{html clean="false"\}\}[^{}]*\{\{\/html\}\}$/);
    assert.match(
      snippetOf('markdown', { ...EMBED, page: 'https://h.example/a(b) c' }),
      /\]\(https:\/\/h.example\/a%28b%29%20c\)$/,
    );
  });

  it('exists in every form that a system names, for every widget', () => {
    for (const { id, forms } of SYSTEMS) {
      assert.ok(
        forms.every((form) => form in FORMS),
        id,
      );
      for (const widget of WIDGETS)
        for (const sources of [[CALENDAR], [NETWORK]]) {
          const outcome = make({ widget: widget.id, sources, system: id });
          assert.ok(
            outcome.snippet.length > 10 && !/undefined|null|NaN/.test(JSON.stringify(outcome)),
            `${id} ${widget.id}`,
          );
        }
    }
  });
});

describe('the form of the snippet', () => {
  it('is what lives through the editor of the system', () => {
    assert.equal(make({ system: 'typo3' }).form, 'mount', 'TYPO3 shows unknown tags as text');
    assert.equal(make({ system: 'wordpress' }).form, 'mount');
    assert.equal(make({ system: 'wordpress', rights: 'html' }).form, 'tag');
    assert.equal(make({ system: 'wordpress', rights: 'plugin' }).form, 'shortcode');
    assert.equal(make({ system: 'mediawiki' }).form, 'mediawiki');
    assert.equal(make({ system: 'sharepoint', sources: [NETWORK] }).form, 'fixed-frame');
    assert.equal(make({ system: 'other', form: 'tag' }).form, 'tag', 'who chooses another gets it');
    assert.equal(make({ system: 'mediawiki', form: 'tag' }).form, 'mediawiki', 'but not where it dies');
  });

  it('is no frame where only a hub would have a page for it', () => {
    const outcome = make({ system: 'sharepoint' });
    assert.equal(outcome.form, 'plain');
    assert.deepEqual([outcome.snippet, outcome.link.text], [CALENDAR.url, 'Alle Termine ansehen']);
    assert.match(outcome.where, /einen Link einfügen/);
    assert.match(outcome.it, /"kind": "icalendar",\n\s+"url": "https:\/\/www.kreis.example\/termine.ics"/);
    assert.deepEqual(formsOf('other', { isHub: false, isTold: true }), ['mount', 'tag', 'link']);
  });

  it('is a bare link only where the loader knows by its address what it is to become', () => {
    for (const [url, widget] of [
      ['https://a.example/t.ics', 'event-calendar'],
      ['https://a.example/t.ics', 'blog-feed'],
      ['webcal://a.example/t', 'event-calendar'],
      ['https://a.example/feed/', 'blog-feed'],
      ['https://a.example/wp-json/', 'blog-feed'],
      ['https://a.example/wp-json/', 'event-calendar'],
      ['https://a.example/daten.json', 'event-calendar'],
      ['https://a.example/daten.json', 'idea-board'],
      ['https://a.example/c/ideen/5', 'idea-board'],
      ['https://a.example/jsonapi', 'event-calendar'],
      ['https://a.example/@haus', 'blog-feed'],
    ] as const) {
      const { isTold } = reachOf({ ...emptyState(), widget, sources: [{ url, kind: '', label: '' }] }, HUB);
      assert.equal(isTold, linkTarget(url.replace('webcal:', 'https:'))?.widget === widget, `${url} ${widget}`);
    }
    assert.equal(make({ system: 'dokuwiki' }).snippet, `[[${CALENDAR.url}|Alle Termine ansehen]]`);
    assert.match(make({ system: 'dokuwiki', settings: { view: 'week' } }).where, /gilt hier nicht/);
    const link = make({ system: 'dokuwiki', link: 'https://www.kreis.example/' });
    assert.equal(link.snippet, `[[${CALENDAR.url}|Alle Termine ansehen]]`, 'where the link is the source');
    for (const sources of [[{ ...CALENDAR, kind: 'caldav' }], [CALENDAR, NETWORK]])
      assert.equal(make({ system: 'dokuwiki', sources }).form, 'plain');
  });

  it('is told where to be pasted', () => {
    const where = (chosen: Partial<State>) => make({ sources: [NETWORK], ...chosen }).where;
    assert.match(where({ system: 'wordpress', rights: 'plugin' }), /Block „Shortcode“/);
    assert.match(where({ system: 'confluence' }), /Makro „Iframe“/);
    assert.match(where({ system: 'confluence', form: 'tag' }), /Makro „HTML“/);
    assert.match(where({ system: 'other', form: 'address' }), /Feld/);
  });

  it('is a frame that says what it shows', () => {
    const title = (more: Partial<State>) =>
      / title="([^"]*)"/.exec(make({ system: 'sharepoint', ...more }).snippet)?.[1];
    assert.equal(title({ sources: [NETWORK] }), 'Kalender');
    assert.equal(title({ sources: [NETWORK], linkText: 'Termine im Kreis' }), 'Termine im Kreis');
  });

  it('names the hub that the data come from, wherever the builder stands', () => {
    const sources = [{ url: 'https://netz.example/', kind: 'hub', label: '' }];
    const outcome = make({ system: 'confluence', sources, settings: { view: 'agenda', 'idea-url': '/ideen' } });
    assert.equal(outcome.snippet, 'https://netz.example/embed/event-calendar?view=agenda', 'without what is the hub’s');
    const link = make({ system: 'dokuwiki', sources, settings: { 'idea-url': '/ideen' } }).snippet;
    assert.match(link, /calendar\?idea-url=%2Fideen\|/, 'the loader reads it from a link');
  });
});

describe('what is needed once', () => {
  it('is the script with its hash, in the language of the system', () => {
    assert.match(make({ system: 'typo3' }).once?.text ?? '', /integrity = sha384-abc\+\/=/);
    assert.equal(
      make({ system: 'other' }).once?.text,
      `<script defer src="${HUB}dist/bausteine.js" integrity="${HASH}" crossorigin="anonymous"></script>`,
    );
    assert.match(make({ system: 'dokuwiki' }).once?.text ?? '', /vrLinks = "https:\/\/www.kreis.example\/termine.ics"/);
    assert.match(make({ system: 'confluence', form: 'tag' }).once?.text ?? '', /^<script defer /);
    assert.equal(make({ system: 'wordpress', rights: 'plugin' }).once, undefined);
    assert.equal(make({ system: 'sharepoint', sources: [NETWORK] }).once, undefined);
  });

  it('makes widgets of the links that an editor leaves of the snippet, where a hub has pages for them', () => {
    for (const system of ['wordpress', 'drupal', 'liferay', 'mediawiki', 'xwiki', 'other'])
      assert.match(
        make({ system, sources: [NETWORK] }).once?.text ?? '',
        /links.*https:\/\/hub.stadt.example\/embed\//i,
      );
  });

  it('has no hash for a copy that may be another version, and breaks out of nothing', () => {
    const library = `https://www.stadt.example/vr/1.0.0/"></script>`;
    const outcome = make({ system: 'other', library });
    assert.ok(!outcome.once?.text.includes('integrity'));
    assert.equal(outcome.once?.text.match(/<\/script>/g)?.length, 1);
  });
});

describe('what IT has to allow', () => {
  const facts = {
    form: 'mount',
    site: 'https://www.stadt.example',
    library: 'https://hub.stadt.example',
    hub: '',
    sources: ['https://www.kreis.example', 'https://www.stadt.example'],
    widget: 'event-calendar',
    images: 'own',
    imageHosts: [],
    system: 'typo3',
  };

  it('names exactly the servers that are asked', () => {
    assert.deepEqual(directivesOf(facts), {
      'script-src': ['https://hub.stadt.example'],
      'connect-src': ['https://www.kreis.example', "'self'"],
      'img-src': ['https://www.kreis.example', "'self'"],
    });
    assert.deepEqual(directivesOf({ ...facts, library: facts.site })['worker-src'], ["'self'"]);
    assert.deepEqual(directivesOf({ ...facts, form: 'frame', hub: 'https://hub.stadt.example' }), {
      'frame-src': ['https://hub.stadt.example'],
      'script-src': ['https://hub.stadt.example'],
    });
    assert.deepEqual(directivesOf({ ...facts, form: 'markdown' }), {});
  });

  it('allows the pictures of posts that the editor allows, and no more', () => {
    const images = (more: object) => directivesOf({ ...facts, widget: 'blog-feed', ...more })['img-src'];
    assert.deepEqual(images({}), ["'self'"]);
    assert.equal(images({ images: 'none' }), undefined);
    assert.deepEqual(hostsOf('a.example, https://b.example:8443/x; * *.c.example'), ['a.example', 'b.example:8443']);
    assert.deepEqual(images({ images: 'listed', imageHosts: hostsOf('bilder.example ;script-src *;') }), [
      "'self'",
      'https://www.kreis.example',
      'bilder.example',
    ]);
  });

  it('says the header of the source for the very website, and what cannot go', () => {
    const text = make({ site: 'www.stadt.example' }).it;
    assert.match(
      text,
      /Server https:\/\/www.kreis.example: .*\n {2}Access-Control-Allow-Origin: https:\/\/www.stadt.example\n?/,
    );
    assert.match(text, /trusted-types lit-html vr/);
    const open = make({ site: 'www.stadt.example', sources: [{ ...CALENDAR, url: 'http://alt.example/t.ics' }] }).it;
    assert.match(open, /nicht aber: http:\/\/alt.example\. .* https\./);
    const insecure = [{ ...NETWORK, url: 'http://netz.example/' }];
    assert.match(
      make({ system: 'sharepoint', sources: insecure, site: 'team.example' }).it,
      /nicht aber: http:\/\/netz\./,
    );
    assert.match(make({}).it, /Access-Control-Allow-Origin: https:\/\/IHRE-WEBSITE/);
    const frame = make({ system: 'sharepoint', sources: [NETWORK], site: 'https://team.example' }).it;
    assert.match(frame, /frame-src https:\/\/hub.stadt.example/);
    assert.match(frame, /frame-ancestors 'self' https:\/\/team.example/);
    assert.match(frame, /HTML-Feldsicherheit/);
  });
});

describe('an address of data', () => {
  const base = HUB;
  it('is understood as people type it', () => {
    assert.equal(absoluteUrl('www.stadt.example/t.ics', base), 'https://www.stadt.example/t.ics');
    assert.equal(absoluteUrl(' /kalender.ics ', base), 'https://hub.stadt.example/kalender.ics');
    assert.equal(absoluteUrl('webcal://stadt.example/t', base), 'webcal://stadt.example/t');
    assert.equal(absoluteUrl('localhost:8080/x', base), 'https://localhost:8080/x');
    for (const text of ['', 'termine', 'zwei worte', 'javascript:alert(1)', 'https://a:b@stadt.example/', 'data:x'])
      assert.equal(absoluteUrl(text, base), undefined, text);
    assert.deepEqual(splitKind('hub+https://x.example/'), { kind: 'hub', url: 'https://x.example/' });
    assert.equal(siteOrigin('www.stadt.example/seite'), 'https://www.stadt.example');
    assert.equal(siteOrigin('/seite'), '');
  });

  it('keeps its name beside others that have none', () => {
    const lines = [
      { url: 'a.example/1.ics', kind: '', label: '' },
      { url: 'b.example/feed/', kind: 'icalendar', label: 'Kreis; Auental' },
      { url: '', kind: '', label: 'leer' },
    ];
    assert.deepEqual(sourceAttributes(lines, base), {
      src: 'https://a.example/1.ics icalendar+https://b.example/feed/',
      labels: '; Kreis, Auental',
    });
  });
});
