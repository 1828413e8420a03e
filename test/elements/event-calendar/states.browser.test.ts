import { expect } from '@open-wc/testing';
import { BACKEND_ERROR_KINDS } from '../../../src/backend/backend-error.ts';
import type { Backend, EventsQuery } from '../../../src/backend/ports.ts';
import type { CalendarEvent } from '../../../src/model/calendar-event.ts';
import type { Page } from '../../../src/model/page.ts';
import { de } from '../../../src/i18n/de/calendar.ts';
import {
  backendOf,
  failingBackend,
  failingLater,
  SAMPLE_PROBLEMS,
  silentBackend,
} from '../../../stories/event-calendar/sample-backends.ts';
import { SAMPLE_EVENTS } from '../../../stories/event-calendar/sample-events.ts';
import { watchWarnings, type ConsoleWatch } from '../../support/console-watch.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { all, byName, isShown, one, textOf } from '../support/deep.ts';
import {
  appears,
  clearStage,
  putCalendar,
  putReadyCalendar,
  putStage,
  says,
  settled,
  stopClock,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A backend whose answers the test gives by hand. */
function asked(): {
  backend: Backend;
  calls: { query: EventsQuery; signal?: AbortSignal; answer(page: Page<CalendarEvent>): void }[];
} {
  const calls: ReturnType<typeof asked>['calls'] = [];
  const list: NonNullable<Backend['events']>['list'] = (query, { signal } = {}) =>
    new Promise((resolve) => calls.push({ query, signal, answer: resolve }));
  return { backend: { events: { list } }, calls };
}

const event = (title: string, day: string): CalendarEvent => ({
  uid: title,
  title,
  start: `${day}T10:00:00Z`,
  end: `${day}T11:00:00Z`,
  allDay: false,
});
const page = (...items: CalendarEvent[]): Page<CalendarEvent> => ({ items, problems: [] });

describe('<vr-event-calendar> in each state', () => {
  let watch: ConsoleWatch;
  beforeEach(() => {
    stopClock();
    watch = watchWarnings();
  });
  afterEach(() => {
    watch.restore();
    clearStage();
  });

  describe('waiting for a source', () => {
    it("shows the editor's own link and nothing else", async () => {
      const calendar = await putCalendar({ backend: null, content: '<a href="/kalender">Zum Kalender</a>' });
      expect(textOf(calendar)).to.equal('Zum Kalender');
      expect(isShown(calendar.querySelector('a')!)).to.equal(true);
    });

    it('says after a while, beside the link, what is missing, and warns who can cure it', async () => {
      const clock = manualClock();
      try {
        const calendar = await putCalendar({ backend: null, content: '<a href="/kalender">Zum Kalender</a>' });
        clock.tick(3500);
        clock.restore();
        await says(calendar, de.status.waiting);
        expect(textOf(calendar)).to.contain('Zum Kalender');
        expect(watch.warnings.join()).to.contain('VR001');
      } finally {
        clock.restore();
      }
    });

    it('takes a source that comes late, and then hides the link', async () => {
      const calendar = await putCalendar({ backend: null, content: '<a href="/kalender">Zum Kalender</a>' });
      calendar.backend = backendOf(SAMPLE_EVENTS);
      await says(calendar, 'Feierabendtreff im Rathaus');
      expect(isShown(calendar.querySelector('a')!)).to.equal(false);
    });

    it('keeps what an unclosed tag has swallowed on the page', async () => {
      const stage = putStage(
        '<vr-event-calendar loading="eager" date="2026-03-12"/><main><h1>Amtsblatt</h1><p>Text der Seite.</p></main>',
      );
      const calendar = stage.querySelector('vr-event-calendar')!;
      calendar.backend = backendOf(SAMPLE_EVENTS);
      await says(calendar, 'Feierabendtreff im Rathaus');
      expect(textOf(stage)).to.contain('Amtsblatt').and.to.contain('Text der Seite.');
    });
  });

  describe('loading', () => {
    it('stands in its place at once and tells it', async () => {
      const calendar = await putCalendar({ backend: silentBackend() });
      expect(textOf(one(calendar, '.toolbar'))).to.contain('März 2026');
      expect(one(calendar, '[aria-busy]').getAttribute('aria-busy')).to.equal('true');
      expect(one(calendar, '[role=status]').textContent).to.contain('Wird geladen');
      expect(all(calendar, '[role=gridcell]').length).to.equal(42);
    });

    it('says after 5 s that the source is slow, and goes on waiting', async () => {
      const clock = manualClock();
      try {
        const calendar = await putCalendar({ backend: silentBackend() });
        clock.tick(5100);
        clock.restore();
        await says(calendar, 'Die Quelle antwortet langsam');
        expect(one(calendar, '[aria-busy]').getAttribute('aria-busy')).to.equal('true');
      } finally {
        clock.restore();
      }
    });

    it('asks for the weeks that it shows, and drops what it no longer needs', async () => {
      const { backend, calls } = asked();
      const calendar = await putCalendar({ backend });
      await waitUntil(() => calls.length === 1);
      expect(calls[0]?.query).to.deep.equal({ from: '2026-02-23', to: '2026-04-06' });
      byName(calendar, 'Nächster Monat').click();
      await waitUntil(() => calls.length === 2);
      expect(calls[0]?.signal?.aborted).to.equal(true);
      calls[1]?.answer(page(event('Im April', '2026-04-14')));
      await says(calendar, 'Im April');
      calls[0]?.answer(page(event('Veraltet', '2026-04-14')));
      await calendar.updateComplete;
      expect(textOf(calendar)).not.to.contain('Veraltet');
    });

    it('keeps the old contents on the page while new ones are on their way', async () => {
      const { backend, calls } = asked();
      const calendar = await putCalendar({ backend });
      await waitUntil(() => calls.length === 1);
      calls[0]?.answer(page(event('Bleibt', '2026-04-01')));
      await says(calendar, 'Bleibt');
      calendar.reload();
      await waitUntil(() => calls.length === 2);
      expect(textOf(calendar)).to.contain('Bleibt');
    });
  });

  describe('ready', () => {
    it('shows the events of the month with their times', async () => {
      const calendar = await putReadyCalendar();
      const text = textOf(one(calendar, '[role=grid]'));
      expect(text).to.contain('17:00 Feierabendtreff im Rathaus');
      expect(text).to.contain('14:00 Werkstatt: Bescheide, die man versteht');
      expect(text).to.contain('+2');
    });

    it('says nothing more than that', async () => {
      const calendar = await putReadyCalendar();
      expect(
        all(calendar, '[role=status]')
          .map((status) => textOf(status))
          .join(''),
      ).to.equal('');
    });

    it('tells where the reader went and how much there is', async () => {
      const calendar = await putReadyCalendar();
      byName(calendar, 'Nächster Monat').click();
      await waitUntil(
        () => all(calendar, '[role=status]').some((status) => /April 2026: \d+ Termine/.test(status.textContent ?? '')),
        'announces',
      );
    });
  });

  describe('empty', () => {
    it('says so and keeps the month', async () => {
      const calendar = await putReadyCalendar({ backend: backendOf([]) });
      await says(calendar, 'Im März 2026 sind keine Termine eingetragen.');
      expect(all(calendar, '[role=gridcell]').length).to.equal(42);
    });

    it('offers in the list to look further ahead, and does', async () => {
      const calendar = await putReadyCalendar({
        attributes: 'date="2026-03-12" view="agenda"',
        backend: backendOf([event('Weit weg', '2027-01-20')]),
      });
      await says(calendar, 'Zurzeit sind keine Termine eingetragen.');
      byName(calendar, 'Spätere Termine ansehen').click();
      await says(calendar, 'Weit weg');
    });

    it('tells an empty month from filters that leave nothing', async () => {
      const calendar = await putReadyCalendar();
      const field = (await appears(calendar, 'input[type=search]')) as HTMLInputElement;
      field.value = 'gibt es nicht';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await says(calendar, 'Zu dieser Auswahl gibt es keine Termine.');
      byName(calendar, 'Filter zurücksetzen').click();
      await says(calendar, 'Feierabendtreff im Rathaus');
    });
  });

  describe('partly failed', () => {
    it('shows what there is and names what is missing', async () => {
      const calendar = await putReadyCalendar({ backend: backendOf(SAMPLE_EVENTS, SAMPLE_PROBLEMS) });
      await says(calendar, 'Gerade nicht erreichbar: Landkreis Beispielland.');
      expect(textOf(calendar)).to.contain('Ein Eintrag ließ sich nicht lesen.');
      expect(textOf(calendar)).to.contain('Feierabendtreff im Rathaus');
    });

    it('tells the editor the line and the cause', async () => {
      const calendar = await putReadyCalendar({ backend: backendOf(SAMPLE_EVENTS, SAMPLE_PROBLEMS) });
      (await appears(calendar, 'summary')).click();
      await says(calendar, 'DTSTART is no date');
      expect(textOf(calendar)).to.contain('17');
    });
  });

  describe('failed', () => {
    for (const kind of BACKEND_ERROR_KINDS) {
      it(`says in plain words what "${kind}" means to a reader, and to the editor what to do`, async () => {
        const calendar = await putCalendar({ backend: failingBackend(kind) });
        await says(calendar, de.failure[kind]);
        expect(all(calendar, '[role=grid]')).to.have.length(0);
        (await appears(calendar, 'summary')).click();
        await says(calendar, /Ursache .+ Abhilfe .+ https:\/\/musterstadt\.example\/kalender\.ics/);
        expect(textOf(calendar)).to.contain(`Planned failure of kind ${kind}`);
      });
    }

    it('takes any error of a foreign backend, also one that is thrown at once', async () => {
      for (const list of [
        () => Promise.reject(new TypeError('broken')),
        () => {
          throw new RangeError('broken at once');
        },
      ]) {
        const calendar = await putCalendar({ backend: { events: { list } } });
        await says(calendar, de.failure.unknown);
      }
    });

    it('tries again when the reader wants it', async () => {
      let broken = true;
      const good = backendOf(SAMPLE_EVENTS);
      const bad = failingBackend('missing');
      const calendar = await putCalendar({
        backend: { events: { list: (...call) => (broken ? bad : good).events!.list(...call) } },
      });
      await says(calendar, de.failure.missing);
      broken = false;
      await appears(calendar, 'summary');
      byName(calendar, 'Erneut versuchen').click();
      await says(calendar, 'Feierabendtreff im Rathaus');
      expect(textOf(calendar)).not.to.contain(de.failure.missing);
    });

    it('keeps what it last showed, and says how old it is', async () => {
      const calendar = await putReadyCalendar({ backend: failingLater(SAMPLE_EVENTS, 'timeout') });
      calendar.reload();
      await says(calendar, de.failure.timeout);
      await says(calendar, /Stand: .+ Uhr/);
      expect(textOf(calendar)).to.contain('Feierabendtreff im Rathaus');
    });

    it('keeps it in the list, too', async () => {
      const calendar = await putReadyCalendar({
        attributes: 'date="2026-03-12" view="agenda"',
        backend: failingLater(SAMPLE_EVENTS, 'offline'),
      });
      await says(calendar, 'Stammtisch Beispielland');
      calendar.reload();
      await says(calendar, de.failure.offline);
      expect(textOf(calendar)).to.contain('Stammtisch Beispielland');
    });

    it('says it to a screen reader without taking the focus', async () => {
      const calendar = await putReadyCalendar({ backend: failingLater(SAMPLE_EVENTS, 'timeout') });
      const today = byName(calendar, 'Heute');
      today.focus();
      calendar.reload();
      await says(calendar, de.failure.timeout);
      expect(all(calendar, '[role=status]').some((status) => textOf(status).includes(de.failure.timeout))).to.equal(
        true,
      );
      expect(calendar.shadowRoot?.activeElement).to.equal(today);
    });

    it('has a spinner at no time, and never a blank', async () => {
      const calendar = await putCalendar({ backend: failingBackend('blocked') });
      await settled(calendar);
      await says(calendar, de.failure.blocked);
      expect(textOf(calendar).length).to.be.above(50);
    });
  });
});
