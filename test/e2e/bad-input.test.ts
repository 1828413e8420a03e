import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { de } from '../../src/i18n/de/words.ts';
import { en } from '../../src/i18n/en/words.ts';
import { launch, openReader, type OpenOptions } from './support/browser.ts';
import { CalendarOnPage } from './support/calendar.ts';
import { CALENDAR, DECEMBER, eventLines, EVENING, LUNCH, wrapCalendar } from './support/calendars.ts';
import { hostPage, LINK, scriptTag } from './support/host-page.ts';
import { startSite, type HostSite } from './support/host-site.ts';
import { selfSigned } from './support/self-signed.ts';

const LANGUAGES = { de, en } as const;
type Language = keyof typeof LANGUAGES;
type Failure = keyof typeof de.failure;

/** A source that fails, what readers are told, and what an editor's explanation must say of cause and cure. */
interface BadSource {
  readonly name: string;
  readonly src: () => string;
  readonly failure: Failure;
  readonly editor: Readonly<Record<Language, readonly [cause: RegExp, cure: RegExp]>>;
  readonly https?: boolean;
}

describe('a bad source', () => {
  let site: HostSite;
  let secure: HostSite;
  let elsewhere: HostSite;
  let browser: Browser;
  before(async () => {
    site = await startSite();
    secure = await startSite({ tls: selfSigned() });
    elsewhere = await startSite();
    browser = await launch();
    const html = { headers: { 'content-type': 'text/html' } };
    site.put('/kalender.ics', { body: CALENDAR });
    site.put('/webseite.ics', { ...html, body: '<!doctype html><html><title>Termine</title><p>Unsere Termine</p>' });
    site.put('/anmeldung', { ...html, body: '<!doctype html><html><title>Anmelden</title><form></form>' });
    site.put('/nur-intern.ics', { status: 302, headers: { location: '/anmeldung' } });
    site.put('/sso.ics', { status: 302, headers: { location: `${elsewhere.origin}/anmeldung` } });
    site.put('/gesperrt.ics', { status: 403 });
    site.put('/ausgelastet.ics', { status: 503, headers: { 'retry-after': '120' } });
    site.put('/fehler.ics', { status: 500 });
    site.put('/bild.ics', { headers: { 'content-type': 'image/png' }, body: 'PNG, kein Kalender' });
    site.put('/nichts.ics', { headers: { 'content-type': 'text/calendar' }, body: '' });
    elsewhere.put('/kalender.ics', { body: CALENDAR });
  });
  after(async () => {
    await browser?.close();
    await Promise.all([site?.close(), secure?.close(), elsewhere?.close()]);
  });

  let pages = 0;
  const visit = async (
    widget: string,
    { lang = 'de', on = site, ...options }: OpenOptions & { lang?: Language; on?: HostSite } = {},
  ) => {
    const reader = await openReader(browser, { now: DECEMBER, ...options });
    const page = hostPage({ head: scriptTag('autoload.js'), body: widget, lang });
    await reader.page.goto(on.put(`/seite-${pages++}`, page));
    return { ...reader, calendar: new CalendarOnPage(reader.page) };
  };
  const tag = (src: string, more = ''): string => `<vr-event-calendar src="${src}" ${more}>${LINK}</vr-event-calendar>`;

  const SOURCES: readonly BadSource[] = [
    {
      name: 'at an address with a typing error in its host',
      src: () => 'https://termine.auental-tippfehler.example/kalender.ics',
      failure: 'unknown',
      editor: {
        de: [/termine\.auental-tippfehler\.example/, /Tippfehler/],
        en: [/termine\.auental-tippfehler\.example/, /typing errors/],
      },
    },
    {
      name: 'that is not there (404)',
      src: () => '/verzogen.ics',
      failure: 'missing',
      editor: { de: [/404/, /Tippfehler/], en: [/404/, /typing errors/] },
    },
    {
      name: 'with a web page in place of a calendar',
      src: () => '/webseite.ics',
      failure: 'invalid',
      editor: { de: [/eine Webseite/, /Abonnieren/], en: [/a web page/, /Subscribe/] },
    },
    {
      name: 'with something else in place of a calendar',
      src: () => '/bild.ics',
      failure: 'invalid',
      editor: { de: [/nicht in dem Format/, /icalendar\+/], en: [/not in the expected format/, /icalendar\+/] },
    },
    {
      name: 'that is an empty file',
      src: () => '/nichts.ics',
      failure: 'invalid',
      editor: { de: [/Die Datei ist leer/, /Export/], en: [/The file is empty/, /Export/] },
    },
    {
      name: 'whose server does not let this page read it (CORS)',
      src: () => `${elsewhere.origin}/kalender.ics`,
      failure: 'blocked',
      editor: {
        de: [/erlaubt dieser Seite den Zugriff nicht/, /Access-Control-Allow-Origin: http:\/\/localhost:\d+/],
        en: [/does not allow this page access/, /Access-Control-Allow-Origin: http:\/\/localhost:\d+/],
      },
    },
    {
      name: 'on http for a page on https',
      src: () => 'http://termine.auental.example/kalender.ics',
      failure: 'blocked',
      https: true,
      editor: {
        de: [/verschlüsselt geladen \(https\)/, /https:\/\/termine\.auental\.example\/kalender\.ics/],
        en: [/loaded encrypted \(https\)/, /https:\/\/termine\.auental\.example\/kalender\.ics/],
      },
    },
    {
      name: 'behind a sign-in page',
      src: () => '/nur-intern.ics',
      failure: 'denied',
      editor: { de: [/Anmeldeseite/, /öffentliche Adresse/], en: [/sign-in page/, /public address/] },
    },
    {
      name: 'behind the sign-in of another server',
      src: () => '/sso.ics',
      failure: 'denied',
      editor: { de: [/Anmeldeseite/, /öffentliche Adresse/], en: [/sign-in page/, /public address/] },
    },
    {
      name: 'that refuses (403)',
      src: () => '/gesperrt.ics',
      failure: 'denied',
      editor: { de: [/403/, /für alle frei/], en: [/403/, /Make the calendar public/] },
    },
    {
      name: 'that has no time (503) and says when it will have',
      src: () => '/ausgelastet.ics',
      failure: 'busy',
      editor: { de: [/503/, /120 Sekunden/], en: [/503/, /120 seconds/] },
    },
    {
      name: 'with a fault of its own (500)',
      src: () => '/fehler.ics',
      failure: 'unknown',
      editor: { de: [/500/, /Betrieb der Quelle/], en: [/500/, /who run the source/] },
    },
  ];

  for (const { name, src, failure, editor, https } of SOURCES) {
    it(`${name} is told in both languages, to readers within 5 s and to editors with cause and cure`, async () => {
      await Promise.all(
        (['de', 'en'] as const).map(async (lang) => {
          const options = https ? { on: secure, ignoreHTTPSErrors: true } : {};
          const { page, calendar, context } = await visit(tag(src()), { lang, ...options });
          await calendar.root.getByText(LANGUAGES[lang].failure[failure]).waitFor({ timeout: 5000 });
          await calendar.button(LANGUAGES[lang].common.retry).waitFor();
          const explanation = await calendar.explanation(lang);
          for (const sign of editor[lang]) assert.match(explanation, sign);
          assert.ok(await page.locator('#behind').isVisible());
          await context.close();
        }),
      );
    });
  }

  it('that hangs is told of within 5 s, and given up after 10 with cause and cure', async () => {
    site.put('/haengt.ics', () => undefined);
    await Promise.all(
      (['de', 'en'] as const).map(async (lang) => {
        const { calendar, context } = await visit(tag('/haengt.ics'), { lang });
        const words = LANGUAGES[lang];
        await calendar.root.getByText(words.status.slow).waitFor({ timeout: 5000 });
        await calendar.root.getByText(words.failure.timeout).waitFor({ timeout: 8000 });
        assert.match(await calendar.explanation(lang), /localhost/);
        await context.close();
      }),
    );
  });

  it('that has no events says so, in the words of the view', async () => {
    site.put('/leer.ics', { body: wrapCalendar() });
    const german = await visit(tag('/leer.ics'));
    await german.calendar.root.getByText('Im Dezember 2026 sind keine Termine eingetragen.').waitFor();
    await german.calendar.button('Liste').click();
    await german.calendar.root.getByText('Zurzeit sind keine Termine eingetragen.').waitFor();
    const english = await visit(tag('/leer.ics'), { lang: 'en' });
    await english.calendar.root.getByText('There are no events in December 2026.').waitFor();
    for (const { context } of [german, english]) await context.close();
  });

  it('with one broken event among good ones shows the good and names the line of the other', async () => {
    const broken = ['BEGIN:VEVENT', 'UID:kaputt@auental.example', 'DTSTART:übermorgen', 'SUMMARY:Kaputt', 'END:VEVENT'];
    site.put('/halb.ics', { body: wrapCalendar(...eventLines(LUNCH), ...broken, ...eventLines(EVENING)) });
    for (const lang of ['de', 'en'] as const) {
      const { calendar, context } = await visit(tag('/halb.ics'), { lang });
      await calendar.event(LUNCH.title).waitFor();
      await calendar.event(EVENING.title).waitFor();
      await calendar.root.getByText(LANGUAGES[lang].status.unreadable(1)).waitFor();
      await calendar.status.getByText(LANGUAGES[lang].common.forEditors).click();
      assert.match(await calendar.status.locator('li').innerText(), /\d+.*DTSTART/i);
      await context.close();
    }
  });

  it('among two costs its own events only, and is named', async () => {
    const { calendar, context } = await visit(
      tag('/kalender.ics /verzogen.ics', 'labels="Kreis Auental; Stadt Brückfurt"'),
    );
    await calendar.event(LUNCH.title).waitFor();
    await calendar.root.getByText('Gerade nicht erreichbar: Stadt Brückfurt.').waitFor();
    await context.close();
  });

  it('whose address is none is told to the editor by its own words', async () => {
    for (const lang of ['de', 'en'] as const) {
      const { calendar, watch, context } = await visit(tag('ftp://auental.example/kalender.ics'), { lang });
      await calendar.root.getByText(LANGUAGES[lang].failure.unsupported).waitFor();
      const explanation = await calendar.explanation(lang);
      assert.match(explanation, lang === 'de' ? /Attribut src/ : /attribute src/);
      assert.match(explanation, /"ftp:\/\/auental\.example\/kalender\.ics" is no address/);
      assert.match(watch.warnings.join(), /VR007.*ftp:/);
      await context.close();
    }
  });

  it('without a network is told, and heals by itself when the network is back', async () => {
    for (const lang of ['de', 'en'] as const) {
      const { page, calendar, context } = await visit(tag('/kalender.ics'), { lang });
      await calendar.event(LUNCH.title).waitFor();
      await page.evaluate(() => document.querySelector('vr-event-calendar')!.setAttribute('src', '/kalender.ics?neu'));
      await calendar.event(LUNCH.title).waitFor();
      await context.setOffline(true);
      await page.evaluate(() => document.querySelector('vr-event-calendar')!.setAttribute('src', '/kalender.ics?weg'));
      await calendar.root.getByText(LANGUAGES[lang].failure.offline).waitFor({ timeout: 5000 });
      await context.setOffline(false);
      await calendar.event(LUNCH.title).waitFor();
      await calendar.root.getByText(LANGUAGES[lang].failure.offline).waitFor({ state: 'detached' });
      await context.close();
    }
  });

  it('that had no time comes by itself when the time it named is over', async () => {
    let asked = 0;
    site.put('/gleich.ics', () =>
      asked++ === 0 ? { status: 503, headers: { 'retry-after': '5' } } : { body: CALENDAR },
    );
    const { calendar, context } = await visit(tag('/gleich.ics'));
    await calendar.root.getByText(de.failure.busy).waitFor();
    await calendar.event(LUNCH.title).waitFor();
    assert.equal(asked, 2);
    await context.close();
  });

  it('comes on "Erneut versuchen" once it is mended', async () => {
    site.put('/geflickt.ics', { status: 404 });
    const { calendar, context } = await visit(tag('/geflickt.ics'));
    await calendar.root.getByText(de.failure.missing).waitFor();
    site.put('/geflickt.ics', { body: CALENDAR });
    await calendar.button('Erneut versuchen').click();
    await calendar.event(LUNCH.title).waitFor();
    await calendar.root.getByText(de.failure.missing).waitFor({ state: 'detached' });
    await context.close();
  });

  it('that fails on reload leaves what was shown, with its time, until it is good again', async () => {
    for (const lang of ['de', 'en'] as const) {
      site.put('/wechsel.ics', { body: CALENDAR });
      const { page, calendar, context } = await visit(tag('/wechsel.ics'), { lang });
      const words = LANGUAGES[lang];
      const reload = (): Promise<void> =>
        page.evaluate(() => (document.querySelector('vr-event-calendar') as unknown as { reload(): void }).reload());
      await calendar.event(LUNCH.title).waitFor();
      site.put('/wechsel.ics', { status: 500 });
      await reload();
      await calendar.root.getByText(words.status.stale).waitFor();
      assert.match(await calendar.status.locator('.since').innerText(), lang === 'de' ? /Stand: 12:00/ : /As of 12:00/);
      assert.ok(await calendar.event(LUNCH.title).isVisible());
      site.put('/wechsel.ics', { body: wrapCalendar(...eventLines({ ...LUNCH, title: 'Neuer Titel' })) });
      await reload();
      await calendar.event('Neuer Titel').waitFor();
      await calendar.root.getByText(words.status.stale).waitFor({ state: 'detached' });
      await context.close();
    }
  });

  it('is no reason to stumble over attributes with unknown values: defaults hold, each is told once', async () => {
    const unknown = {
      view: 'jahr',
      date: 'morgen',
      'first-day': '9',
      limit: '0',
      'heading-level': 'h2',
      'time-zone': 'Mars/Olymp',
    };
    const attributes = Object.entries(unknown).map(([name, value]) => `${name}="${value}"`);
    const { calendar, watch, context } = await visit(tag('/kalender.ics', attributes.join(' ')));
    await calendar.event(LUNCH.title).waitFor();
    await calendar.root.getByRole('heading', { name: 'Dezember 2026', level: 2 }).waitFor();
    for (const attribute of attributes) {
      const told = watch.warnings.filter((text) => text.includes('VR005') && text.includes(attribute));
      assert.equal(told.length, 1, `${attribute}: ${watch.warnings.join('\n')}`);
    }
    assert.equal(watch.warnings.length, attributes.length);
    assert.deepEqual(watch.errors, []);
    await context.close();
  });

  it('has a sentence of its own for each way to fail, in both languages', () => {
    for (const { failure } of Object.values(LANGUAGES)) {
      assert.equal(new Set(Object.values(failure)).size, Object.keys(failure).length);
    }
  });
});
