import { expect } from '@open-wc/testing';
import type { Backend, EventsQuery } from '../../../src/backend/ports.ts';
import { backendOf } from '../../../stories/event-calendar/sample-backends.ts';
import { manyEvents, SAMPLE_EVENTS } from '../../../stories/event-calendar/sample-events.ts';
import { watchWarnings, type ConsoleWatch } from '../../support/console-watch.ts';
import { all, byName, isShown, one, textOf } from '../support/deep.ts';
import {
  appears,
  clearStage,
  dayOf,
  openDialog,
  putCalendar,
  putEvents,
  putReadyCalendar,
  says,
  settled,
  stopClock,
  titlesIn,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A backend that keeps what it was asked. */
function listening(): { backend: Backend; queries: EventsQuery[] } {
  const queries: EventsQuery[] = [];
  const { events } = backendOf(SAMPLE_EVENTS);
  return {
    queries,
    backend: {
      events: {
        list: (query, options) => {
          queries.push(query);
          return events!.list(query, options);
        },
      },
    },
  };
}

const chosenDay = (calendar: Element): string | undefined =>
  one(calendar, '[role=gridcell][aria-selected=true]').dataset['day'];

describe("<vr-event-calendar>'s attributes", () => {
  let watch: ConsoleWatch;
  beforeEach(() => {
    stopClock();
    watch = watchWarnings();
  });
  afterEach(() => {
    watch.restore();
    clearStage();
  });

  const UNKNOWN: readonly (readonly [string, string, string])[] = [
    ['view', 'wochen', 'month'],
    ['date', 'übermorgen', '2026-03-12'],
    ['date', '2026-02-30', '2026-03-12'],
    ['first-day', '9', '1'],
    ['first-day', 'Montag', '1'],
    ['heading-level', '7', '2'],
    ['time-zone', 'Musterstadt', 'Europe/Berlin'],
    ['limit', '100000', '50'],
  ];
  for (const [name, value, fallback] of UNKNOWN) {
    it(`${name}="${value}" is told once, with a code and the element, and "${fallback}" holds`, async () => {
      const calendar = await putReadyCalendar({ attributes: `${name}="${value}"` });
      await putReadyCalendar({ attributes: `${name}="${value}"` });
      const told = watch.warnings.filter((warning) => warning.includes('VR005'));
      expect(told.length, watch.warnings.join('\n')).to.be.at.most(1);
      expect(textOf(one(calendar, '.toolbar'))).to.contain('März 2026');
      expect(chosenDay(calendar)).to.equal('2026-03-12');
      for (const warning of told) expect(warning).to.contain(name).and.to.contain(fallback);
    });
  }

  it('date says which month and day are shown at first, and later', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-04-14"' });
    expect(chosenDay(calendar)).to.equal('2026-04-14');
    calendar.setAttribute('date', '2026-05-12');
    await says(calendar, 'Mai 2026');
    expect(chosenDay(calendar)).to.equal('2026-05-12');
  });

  it('without a date the calendar stands on today', async () => {
    const calendar = await putReadyCalendar({ attributes: '' });
    expect(chosenDay(calendar)).to.equal('2026-03-12');
  });

  it('view="agenda" begins with the list, and may be changed', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda"' });
    await says(calendar, 'Frühlingstreffen der Verwaltungsnetze');
    expect(all(calendar, '[role=grid]')).to.have.length(0);
    calendar.setAttribute('view', 'month');
    await appears(calendar, '[role=grid]');
  });

  it('time-zone moves events to the days and hours of that zone', async () => {
    const late = { uid: 'x', title: 'Spät', start: '2026-03-12T23:30:00Z', end: '2026-03-13T00:30:00Z', allDay: false };
    const calendar = await putEvents([late]);
    expect(textOf(dayOf(calendar, '2026-03-13'))).to.contain('00:30 Spät');
    calendar.setAttribute('time-zone', 'America/New_York');
    await waitUntil(() => textOf(dayOf(calendar, '2026-03-12')).includes('19:30 Spät'));
  });

  it('first-day begins the week elsewhere and asks for these weeks', async () => {
    const { backend, queries } = listening();
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" first-day="7"', backend });
    expect(one(calendar, '[role=columnheader]').getAttribute('aria-label')).to.equal('Sonntag');
    expect(queries.at(-1)).to.deep.equal({ from: '2026-03-01', to: '2026-04-05' });
  });

  it('kind, topic and org are asked of the source', async () => {
    const { backend, queries } = listening();
    const calendar = await putReadyCalendar({
      attributes: 'date="2026-03-12" kind="workshop" topic="digital" org="musterstadt"',
      backend,
    });
    expect(queries.at(-1)).to.include({ kind: 'workshop', topic: 'digital', org: 'musterstadt' });
    expect(textOf(calendar)).to.contain('Werkstatt: Bescheide').and.not.to.contain('Feierabendtreff');
    calendar.removeAttribute('kind');
    calendar.removeAttribute('topic');
    await says(calendar, 'Feierabendtreff');
  });

  it('limit is what the list shows before "Mehr anzeigen"; each use adds as many', async () => {
    const calendar = await putEvents(manyEvents(60), { attributes: 'date="2026-03-01" view="agenda" limit="7"' });
    await appears(calendar, 'button.title');
    expect(titlesIn(calendar)).to.have.length(7);
    byName(calendar, 'Mehr anzeigen').click();
    await waitUntil(() => titlesIn(calendar).length === 14);
  });

  it('without-controls leaves the events alone', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda" without-controls' });
    await says(calendar, 'Stammtisch Beispielland');
    expect(all(calendar, 'select, input, .toolbar')).to.have.length(0);
    const buttons = all(calendar, 'button').filter((button) => isShown(button) && !button.matches('.title'));
    expect(buttons.map((button) => button.textContent?.trim())).to.deep.equal(['Mehr anzeigen']);
  });

  it('heading-level sets the level of its headings, below the page’s own', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda" heading-level="4"' });
    await appears(calendar, 'button.title');
    const levels = all(calendar, '[role=heading]').map((heading) => heading.getAttribute('aria-level'));
    expect(levels[0]).to.equal('4');
    expect([...new Set(levels.slice(1))]).to.deep.equal(['5', '6']);
  });

  it('lang speaks English, and goes back and forth while the page stands', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" lang="en"' });
    await says(calendar, 'March 2026');
    expect(byName(calendar, 'Next month')).to.exist;
    expect(dayOf(calendar, '2026-03-10').textContent).to.match(/Tuesday,? 10 March 2026, no events/);
    calendar.setAttribute('lang', 'de');
    await says(calendar, 'März 2026');
    calendar.removeAttribute('lang');
    document.documentElement.lang = 'en';
    await says(calendar, 'March 2026');
    document.documentElement.lang = 'de-AT';
    calendar.setAttribute('date', '2026-01-12');
    await says(calendar, 'Jänner 2026');
  });

  it('lang is that of the nearest element around, through a shadow root', async () => {
    const host = document.createElement('div');
    host.lang = 'en';
    const calendar = await putCalendar();
    calendar.parentElement!.append(host);
    host.attachShadow({ mode: 'open' }).append(calendar);
    await says(calendar, 'March 2026');
  });

  it('filters narrow the events, say how many are left, and can be taken back', async () => {
    const calendar = await putReadyCalendar();
    const org = (await appears(calendar, 'select[name=org]')) as HTMLSelectElement;
    expect([...org.options].map((option) => option.textContent?.trim())).to.deep.equal([
      'Alle',
      'Landkreis Beispielland (3)',
      'Neues Amt e. V. (3)',
      'Stadt Musterstadt (5)',
    ]);
    org.value = 'beispielland';
    org.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await waitUntil(() => !textOf(calendar).includes('Feierabendtreff'));
    expect(textOf(calendar)).to.contain('Stammtisch Beispielland');
    await waitUntil(() => all(calendar, '[role=status]').some((status) => status.textContent?.includes('3 Termine')));
    byName(calendar, 'Filter zurücksetzen').click();
    await says(calendar, 'Feierabendtreff');
  });

  it('filters stay while the reader goes to another month', async () => {
    const calendar = await putReadyCalendar();
    const search = (await appears(calendar, 'input[type=search]')) as HTMLInputElement;
    search.value = 'fruehlingstreffen';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await says(calendar, 'Zu dieser Auswahl gibt es keine Termine.');
    byName(calendar, 'Nächster Monat').click();
    await says(calendar, 'Frühlingstreffen der Verwaltungsnetze');
    expect(textOf(calendar)).not.to.contain('Verschobener Rundgang');
  });

  it('view buttons and navigation tell the page where the reader went', async () => {
    const calendar = await putReadyCalendar();
    const told: unknown[] = [];
    document.addEventListener('vr-range-changed', (event) => told.push(event.detail), { once: false });
    byName(calendar, 'Nächster Monat').click();
    await settled(calendar);
    byName(calendar, 'Liste').click();
    await settled(calendar);
    expect(told[0]).to.deep.equal({ view: 'month', from: '2026-03-30', to: '2026-05-04' });
    expect(told[1]).to.deep.equal({ view: 'agenda', from: '2026-04-01', to: '2026-07-01' });
    byName(calendar, 'Heute').click();
    await says(calendar, 'Kommende Termine');
  });

  it('goTo leads to a date, and ignores what is none', async () => {
    const calendar = await putReadyCalendar();
    calendar.goTo('2026-05-12');
    await says(calendar, 'Mai 2026');
    calendar.goTo('nirgendwo');
    await calendar.updateComplete;
    expect(textOf(calendar)).to.contain('Mai 2026');
  });

  it('a click on an event opens it, and the page may do that itself', async () => {
    const calendar = await putReadyCalendar();
    const opened: string[] = [];
    calendar.addEventListener(
      'vr-event-open',
      (event) => {
        opened.push(event.detail.event.title);
        event.preventDefault();
      },
      { once: true },
    );
    byName(calendar, /Feierabendtreff/).click();
    await calendar.updateComplete;
    expect(opened).to.deep.equal(['Feierabendtreff im Rathaus']);
    expect(all(calendar, 'dialog[open]')).to.have.length(0);
    expect(location.hash).to.equal('');
    byName(calendar, /Feierabendtreff/).click();
    await openDialog(calendar);
  });
});
