import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { BACKEND_ERROR_KINDS } from '../../../src/backend/backend-error.ts';
import type { VrEventCalendar } from '../../../src/elements/event-calendar/vr-event-calendar.ts';
import {
  backendOf,
  failingBackend,
  failingLater,
  SAMPLE_PROBLEMS,
  silentBackend,
} from '../../../stories/event-calendar/sample-backends.ts';
import { LONG_WORDS, SAMPLE_EVENTS } from '../../../stories/event-calendar/sample-events.ts';
import { all, byName, isShown } from '../support/deep.ts';
import { press } from '../support/keys.ts';
import {
  appears,
  clearStage,
  dayOf,
  openDialog,
  putCalendar,
  putReadyCalendar,
  says,
  settled,
  stopClock,
} from './support/stage.ts';

/** The states that a reader can meet, each as a way to get there. */
const STATES: Readonly<Record<string, () => Promise<VrEventCalendar>>> = {
  month: () => putReadyCalendar(),
  'month with filters in use': async () => {
    const calendar = await putReadyCalendar();
    const kind = (await appears(calendar, 'select[name=kind]')) as HTMLSelectElement;
    kind.value = 'workshop';
    kind.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    await calendar.updateComplete;
    return calendar;
  },
  list: async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda"' });
    await appears(calendar, 'button.title');
    return calendar;
  },
  'narrow month': async () => {
    const calendar = await putReadyCalendar({ width: 320 });
    await appears(calendar, 'button.title');
    return calendar;
  },
  sidebar: async () => {
    const calendar = await putReadyCalendar({
      attributes: 'date="2026-03-12" view="agenda" without-controls heading-level="3" limit="3"',
      width: 280,
    });
    await appears(calendar, 'button.title');
    return calendar;
  },
  'dialog of an event': async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"' });
    dayOf(calendar, '2026-03-17').focus();
    await press('Enter');
    await openDialog(calendar);
    await says(calendar, 'Anmelden bei anmelden.example');
    return calendar;
  },
  'dialog of a camp': async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-20"' });
    dayOf(calendar, '2026-03-20').focus();
    await press('Enter');
    await openDialog(calendar);
    await says(calendar, 'Programm');
    return calendar;
  },
  'dialog of a day': async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-26"' });
    dayOf(calendar, '2026-03-26').focus();
    await press('Enter');
    await openDialog(calendar);
    await appears(calendar, 'button.title');
    return calendar;
  },
  'long words': () => putReadyCalendar({ backend: backendOf(LONG_WORDS), width: 320 }),
  empty: async () => {
    const calendar = await putReadyCalendar({ backend: backendOf([]) });
    await says(calendar, 'keine Termine eingetragen');
    return calendar;
  },
  loading: () => putCalendar({ backend: silentBackend() }),
  'partly failed': async () => {
    const calendar = await putReadyCalendar({ backend: backendOf(SAMPLE_EVENTS, SAMPLE_PROBLEMS) });
    await says(calendar, 'nicht erreichbar');
    return calendar;
  },
  'old contents over a failure': async () => {
    const calendar = await putReadyCalendar({ backend: failingLater(SAMPLE_EVENTS, 'timeout') });
    calendar.reload();
    await says(calendar, 'Stand:');
    return calendar;
  },
  waiting: () => putCalendar({ backend: null, content: '<a href="/kalender">Zum Kalender</a>' }),
};

describe('<vr-event-calendar> for everybody', () => {
  beforeEach(() => stopClock());
  afterEach(async () => {
    clearStage();
    await emulateMedia({ colorScheme: 'light' });
  });

  for (const [name, arrive] of Object.entries(STATES)) {
    it(`has no fault that axe finds: ${name}`, async () => {
      const calendar = await arrive();
      await expect(calendar).to.be.accessible();
    });

    it(`has none in the dark: ${name}`, async () => {
      const { style } = document.documentElement;
      style.setProperty('color-scheme', 'dark');
      style.setProperty('background', '#14191f');
      style.setProperty('color', '#e8edf2');
      try {
        await expect(await arrive()).to.be.accessible();
      } finally {
        style.cssText = '';
      }
    });
  }

  for (const kind of BACKEND_ERROR_KINDS) {
    it(`has no fault that axe finds: failed, ${kind}`, async () => {
      const calendar = await putCalendar({ backend: failingBackend(kind) });
      await settled(calendar);
      const help = await appears(calendar, 'summary');
      help.click();
      await says(calendar, 'Abhilfe');
      await expect(calendar).to.be.accessible();
    });
  }

  it('has none with the theme for high contrast', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" theme="contrast" surface="card"' });
    await expect(calendar).to.be.accessible();
  });

  it('has targets of 24 pixels at least, narrow and wide', async () => {
    for (const width of [900, 320]) {
      for (const view of ['month', 'agenda']) {
        const calendar = await putReadyCalendar({ attributes: `date="2026-03-12" view="${view}"`, width });
        await appears(calendar, view === 'month' ? '[role=grid]' : 'button.title');
        const targets = all(calendar, 'button, a[href], select, input, summary, [role=gridcell]').filter(
          (element) => isShown(element) && !element.matches('.visually-hidden *'),
        );
        expect(targets.length).to.be.above(5);
        for (const target of targets) {
          const { width: wide, height } = target.getBoundingClientRect();
          expect(Math.min(wide, height), target.outerHTML.slice(0, 200)).to.be.at.least(24);
        }
      }
    }
  });

  it('names its buttons by words and says which view is on', async () => {
    const calendar = await putReadyCalendar();
    for (const name of ['Vorheriger Monat', 'Heute', 'Nächster Monat']) expect(byName(calendar, name)).to.exist;
    expect(byName(calendar, 'Monat').getAttribute('aria-pressed')).to.equal('true');
    expect(byName(calendar, 'Liste').getAttribute('aria-pressed')).to.equal('false');
  });

  it('names each day with its events, and today as today', async () => {
    const calendar = await putReadyCalendar();
    // The number of the day is hidden from a screen reader: the first words say it in full.
    const nameOf = (date: string): string => dayOf(calendar, date).textContent?.replace(/\s+/g, ' ').trim() ?? '';
    expect(nameOf('2026-03-12')).to.match(/^Donnerstag, 12\. März 2026, heute, 1 Termin 12 17:00 Offene Runde/);
    expect(nameOf('2026-03-10')).to.equal('Dienstag, 10. März 2026, keine Termine 10');
    expect(nameOf('2026-03-26')).to.match(/^Donnerstag, 26\. März 2026, 5 Termine 26 21:00 Nachtschicht 08:00 Impuls/);
    expect(dayOf(calendar, '2026-03-26').querySelector('.number')?.getAttribute('aria-hidden')).to.equal('true');
    expect(dayOf(calendar, '2026-03-12').getAttribute('aria-current')).to.equal('date');
    expect(all(calendar, '[aria-current=date]')).to.have.length(1);
    const headers = all(calendar, '[role=columnheader]');
    expect(headers.map((header) => header.getAttribute('aria-label'))).to.deep.equal([
      'Montag',
      'Dienstag',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag',
      'Sonntag',
    ]);
  });

  it('says a cancelled and a postponed event in words', async () => {
    const calendar = await putReadyCalendar();
    expect(byName(calendar, /Vortrag: Akten im Alltag/).textContent).to.contain('Abgesagt');
    expect(byName(calendar, /Verschobener Rundgang/).textContent).to.contain('Verschoben');
  });
});
