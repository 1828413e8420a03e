import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { http, HttpResponse } from 'msw';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../../src/elements/event-calendar/vr-event-calendar.define.ts';
import type { BackendErrorKind } from '../../src/backend/backend-error.ts';
import type { Backend } from '../../src/backend/ports.ts';
import { find, findAll, reads, stopClock } from '../support/settle.ts';
import { offersPort, ORGANISER } from './organiser-port.ts';
import { backendOf, failingBackend, failingLater, SAMPLE_PROBLEMS, silentBackend } from './sample-backends.ts';
import { LONG_WORDS, manyEvents, NOW, SAMPLE_EVENTS } from './sample-events.ts';
import { SAMPLE_ICS } from './sample-ics.ts';
import { MONTHLY, TWO_SOURCES, WEEK_EVENTS } from './sample-week.ts';

interface Args {
  view: 'month' | 'week' | 'day' | 'agenda' | 'program';
  date: string;
  src: string;
  surface: '' | 'card';
  firstDay: number;
  limit: number;
  headingLevel: number;
  withoutControls: boolean;
  backend: Backend | undefined;
  width: string;
}

const meta: Meta<Args> = {
  title: 'Event calendar/vr-event-calendar',
  component: 'vr-event-calendar',
  tags: ['autodocs'],
  args: {
    view: 'month',
    date: '2026-03-12',
    src: '',
    surface: '',
    firstDay: 1,
    limit: 50,
    headingLevel: 2,
    withoutControls: false,
    backend: backendOf(SAMPLE_EVENTS),
    width: 'auto',
  },
  argTypes: {
    view: { control: 'inline-radio', options: ['month', 'week', 'day', 'agenda', 'program'] },
    surface: { control: 'inline-radio', options: ['', 'card'] },
    backend: { control: false },
  },
  beforeEach: () => stopClock(NOW),
  render: ({ view, date, src, surface, firstDay, limit, headingLevel, withoutControls, backend, width }) =>
    html`<div .style=${`max-inline-size: ${width}`}>
      <vr-event-calendar
        loading="eager"
        view=${view}
        date=${date}
        src=${src || nothing}
        surface=${surface || nothing}
        first-day=${firstDay}
        limit=${limit}
        heading-level=${headingLevel}
        ?without-controls=${withoutControls}
        .backend=${backend}
        ><a href="https://musterstadt.example/kalender">Zum Kalender der Stadt Musterstadt</a></vr-event-calendar
      >
    </div>`,
};
export default meta;

type Story = StoryObj<Args>;

const shows =
  (text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) =>
    reads(canvasElement, text);

export const Month: Story = { play: shows('Feierabendtreff im Rathaus') };
export const List: Story = { args: { view: 'agenda' }, play: shows('Stammtisch Beispielland') };

export const Week: Story = {
  args: { view: 'week', backend: backendOf(WEEK_EVENTS) },
  play: shows('Lernzirkel: Daten lesen'),
};
export const WeekDark: Story = {
  args: { view: 'week', backend: backendOf(TWO_SOURCES) },
  globals: { theme: 'dark' },
  play: shows('Lernzirkel: Daten lesen'),
};
export const WeekNarrow: Story = {
  args: { view: 'week', backend: backendOf(WEEK_EVENTS), width: '320px' },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'button.title')),
};
export const WeekOfThousands: Story = {
  args: { view: 'week', backend: backendOf(manyEvents(10_000)) },
  play: shows('Termin Nummer'),
};
export const EmptyWeek: Story = {
  args: { view: 'week', backend: backendOf([]) },
  play: shows('In dieser Woche sind keine Termine eingetragen.'),
};
export const Day: Story = { args: { view: 'day', backend: backendOf(WEEK_EVENTS) }, play: shows('Nachtschicht') };
export const EmptyDay: Story = {
  args: { view: 'day', backend: backendOf([]) },
  play: shows('An diesem Tag ist nichts geplant.'),
};
export const ListThroughMonths: Story = {
  args: { view: 'agenda', backend: backendOf(MONTHLY) },
  play: shows('Monatstreffen 2026-04'),
};
export const Programme: Story = { args: { view: 'program' }, play: shows('Begrüßung') };
export const NoProgramme: Story = {
  args: { view: 'program', backend: backendOf([]) },
  play: shows('Zurzeit ist kein Camp mit Programm eingetragen.'),
};
export const TwoCalendars: Story = {
  args: { backend: backendOf(TWO_SOURCES) },
  play: shows('Landkreis Beispielland'),
};
export const TwoCalendarsNarrow: Story = {
  args: { backend: backendOf(TWO_SOURCES), width: '320px' },
  play: shows('2 Kalender'),
};
/** All that a hub offers beside its events, for somebody who invites. */
const everything = (): Backend => ({
  events: {
    ...offersPort(),
    list: backendOf(TWO_SOURCES).events!.list,
    subscribeUrl: 'https://netz.example/calendar.ics',
  },
  account: { me: async () => ORGANISER },
});
export const Everything: Story = {
  args: { backend: everything() },
  play: async ({ canvasElement }) => {
    for (const words of ['Termin anlegen', 'Impulse und Lernzirkel', 'Abonnieren', 'Landkreis Beispielland'])
      await reads(canvasElement, words);
  },
};
export const EverythingNarrow: Story = {
  args: { backend: everything(), width: '320px' },
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'Termin anlegen');
    await userEvent.click(await find(canvasElement, '.fold[aria-controls=choice]'));
    await reads(canvasElement, 'Abonnieren');
  },
};

export const Waiting: Story = { args: { backend: undefined }, play: shows('Zum Kalender der Stadt Musterstadt') };
export const WaitingForLong: Story = {
  args: { backend: undefined },
  play: shows('Hier fehlt noch die Angabe, woher die Inhalte kommen.'),
};
export const Loading: Story = { args: { backend: silentBackend() } };
export const LoadingList: Story = { args: { backend: silentBackend(), view: 'agenda' } };
export const LoadingForLong: Story = {
  args: { backend: silentBackend() },
  play: shows('Die Quelle antwortet langsam. Wir warten weiter.'),
};
export const Empty: Story = {
  args: { backend: backendOf([]) },
  play: shows('Im März 2026 sind keine Termine eingetragen.'),
};
export const EmptyList: Story = {
  args: { backend: backendOf([]), view: 'agenda' },
  play: shows('Zurzeit sind keine Termine eingetragen.'),
};
export const PartlyFailed: Story = {
  args: { backend: backendOf(SAMPLE_EVENTS, SAMPLE_PROBLEMS) },
  play: shows('Gerade nicht erreichbar: Landkreis Beispielland.'),
};
export const OldContentsOverFailure: Story = {
  args: { backend: undefined },
  play: async ({ canvasElement }) => {
    const calendar = await find<HTMLElementTagNameMap['vr-event-calendar']>(canvasElement, 'vr-event-calendar');
    calendar.backend = failingLater(SAMPLE_EVENTS, 'timeout');
    await reads(canvasElement, 'Feierabendtreff im Rathaus');
    calendar.reload();
    await reads(canvasElement, 'Stand:');
  },
};

const failed = (kind: BackendErrorKind, reason?: 'html' | 'mixed-content' | 'sign-in'): Story => ({
  args: { backend: failingBackend(kind, reason ? { reason } : {}) },
  play: async ({ canvasElement }) => {
    await userEvent.click(await find(canvasElement, 'summary'));
    await reads(canvasElement, `Planned failure of kind ${kind}`);
    await find(canvasElement, 'dt');
  },
});
export const FailedOffline = failed('offline');
export const FailedTimeout = failed('timeout');
export const FailedDenied = failed('denied');
export const FailedSignIn = failed('denied', 'sign-in');
export const FailedMissing = failed('missing');
export const FailedInvalid = failed('invalid');
export const FailedWebPage = failed('invalid', 'html');
export const FailedBlocked = failed('blocked');
export const FailedMixedContent = failed('blocked', 'mixed-content');
export const FailedBusy = failed('busy');
export const FailedUnsupported = failed('unsupported');
export const FailedConflict = failed('conflict');
export const FailedUnknown = failed('unknown');

export const LongWords: Story = { args: { backend: backendOf(LONG_WORDS) }, play: shows('17:00') };
export const LongWordsNarrow: Story = {
  args: { backend: backendOf(LONG_WORDS), width: '320px' },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'button.title')),
};
export const LongWordsList: Story = {
  args: { backend: backendOf(LONG_WORDS), view: 'agenda', width: '280px' },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'button.title')),
};
export const Narrow: Story = {
  args: { width: '320px' },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'button.title')),
};
export const SidebarAgenda: Story = {
  args: { view: 'agenda', withoutControls: true, headingLevel: 3, limit: 4, width: '280px' },
  play: async ({ canvasElement }) => void (await find(canvasElement, 'button.title')),
};
export const Card: Story = { args: { surface: 'card' }, play: shows('Feierabendtreff im Rathaus') };
export const Dark: Story = { globals: { theme: 'dark' }, play: shows('Feierabendtreff im Rathaus') };
export const DarkCardList: Story = {
  args: { surface: 'card', view: 'agenda' },
  globals: { theme: 'dark' },
  play: shows('Stammtisch Beispielland'),
};
export const HighContrast: Story = { globals: { theme: 'contrast' }, play: shows('Feierabendtreff im Rathaus') };
export const RightToLeft: Story = { globals: { dir: 'rtl' }, play: shows('Feierabendtreff im Rathaus') };
export const English: Story = { globals: { lang: 'en' }, play: shows('March 2026') };
export const EnglishList: Story = { args: { view: 'agenda' }, globals: { lang: 'en' }, play: shows('Cancelled') };
export const WeekFromSunday: Story = { args: { firstDay: 7 }, play: shows('Feierabendtreff im Rathaus') };

export const TenThousandEvents: Story = {
  args: { backend: backendOf(manyEvents(10_000)) },
  play: async ({ canvasElement }) => {
    await waitFor(async () => expect(findAll(canvasElement, 'button.more').length).toBe(31));
    await expect(findAll(canvasElement, '*').length).toBeLessThan(900);
  },
};
export const TenThousandEventsAsList: Story = {
  args: { backend: backendOf(manyEvents(10_000)), view: 'agenda', limit: 200 },
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'button.title');
    await expect(findAll(canvasElement, '*').length).toBeLessThan(1500);
  },
};

export const FromCalendarFile: Story = {
  args: { backend: undefined, src: '/kalender.ics' },
  parameters: {
    msw: {
      handlers: [
        http.get('/kalender.ics', () =>
          HttpResponse.text(SAMPLE_ICS, { headers: { 'content-type': 'text/calendar' } }),
        ),
      ],
    },
  },
  play: shows('Sprechstunde aus der Datei'),
};
export const FromJsonFile: Story = {
  args: { backend: undefined, src: 'static+/kalender.json' },
  parameters: { msw: { handlers: [http.get('/kalender.json', () => HttpResponse.json({ events: SAMPLE_EVENTS }))] } },
  play: shows('Feierabendtreff im Rathaus'),
};
export const FromMissingFile: Story = {
  args: { backend: undefined, src: '/weg.ics' },
  parameters: { msw: { handlers: [http.get('/weg.ics', () => new HttpResponse('', { status: 404 }))] } },
  play: shows('Diese Inhalte sind an der angegebenen Stelle nicht zu finden.'),
};
export const FromWebPage: Story = {
  args: { backend: undefined, src: '/seite.ics' },
  parameters: {
    msw: { handlers: [http.get('/seite.ics', () => HttpResponse.html('<!doctype html><h1>Kalender</h1>'))] },
  },
  play: shows('Diese Inhalte lassen sich nicht lesen.'),
};

/** Goes to a day by keyboard and opens what is on; in a narrow column that stands below the month. */
async function openDay(canvasElement: HTMLElement, day: string, title: string): Promise<void> {
  await reads(canvasElement, 'März 2026');
  await waitFor(async () =>
    expect(findAll(canvasElement, '.event').some((chip) => chip.textContent?.includes(title))).toBe(true),
  );
  (await find(canvasElement, `[data-day="${day}"]`)).focus();
  await userEvent.keyboard('{Enter}');
  const shown = await find(canvasElement, 'dialog[open], button.title');
  if (shown.localName === 'button') {
    await userEvent.click(
      findAll(canvasElement, 'button.title').find((button) => button.textContent?.includes(title))!,
    );
    await find(canvasElement, 'dialog[open]');
  }
}

/** The reader opens an event. */
export const OpensAnEvent: Story = {
  args: { date: '2026-03-17' },
  play: async ({ canvasElement }) => {
    await openDay(canvasElement, '2026-03-17', 'Werkstatt');
    await reads(canvasElement, 'Haus der Ämter, Raum 12');
    await reads(canvasElement, 'jeden dritten Dienstag im Monat');
  },
};

export const OpensACamp: Story = {
  args: { date: '2026-03-20' },
  play: async ({ canvasElement }) => {
    await openDay(canvasElement, '2026-03-20', 'Camp Verwaltung von innen');
    await reads(canvasElement, 'Begrüßung');
  },
};

export const OpensABusyDay: Story = {
  args: { date: '2026-03-26' },
  play: async ({ canvasElement }) => {
    await openDay(canvasElement, '2026-03-26', 'Nachtschicht');
    await find(canvasElement, 'dialog[open]');
  },
};

/** By keyboard through days, weeks and months. */
export const KeyboardWalk: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'März 2026');
    (await find(canvasElement, '[data-day="2026-03-12"]')).focus();
    const forward = document.documentElement.dir === 'rtl' ? '{ArrowLeft}' : '{ArrowRight}';
    for (const [key, day] of [
      [forward, '2026-03-13'],
      ['{ArrowDown}', '2026-03-20'],
      ['{Home}', '2026-03-16'],
      ['{End}', '2026-03-22'],
      ['{PageDown}', '2026-04-22'],
      ['{Shift>}{PageUp}{/Shift}', '2025-04-22'],
    ] as const) {
      await userEvent.keyboard(key);
      await waitFor(async () => {
        const chosen = findAll(canvasElement, '[role=gridcell][aria-selected=true]')[0];
        await expect(chosen?.dataset['day']).toBe(day);
        await expect((chosen?.getRootNode() as ShadowRoot).activeElement).toBe(chosen);
      });
    }
  },
};

/** The reader narrows the events until nothing is left, and takes that back. */
export const FiltersToNothing: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'März 2026');
    await waitFor(async () => expect(findAll(canvasElement, 'input[type=search]').length).toBe(1), { timeout: 10_000 });
    const fold = findAll(canvasElement, 'button.fold').find((button) => button.checkVisibility());
    if (fold) await userEvent.click(fold);
    await userEvent.type(await find(canvasElement, 'input[type=search]'), 'gibt es nicht');
    await reads(canvasElement, 'Zu dieser Auswahl gibt es keine Termine.');
  },
};
export const FiltersByKind: Story = {
  play: async ({ canvasElement }) => {
    await reads(canvasElement, 'März 2026');
    await waitFor(async () => expect(findAll(canvasElement, 'select').length).toBeGreaterThan(0), { timeout: 10_000 });
    const fold = findAll(canvasElement, 'button.fold').find((button) => button.checkVisibility());
    if (fold) await userEvent.click(fold);
    await userEvent.selectOptions(await find(canvasElement, 'select[name=kind]'), 'workshop');
    await waitFor(async () =>
      expect(findAll(canvasElement, '.event').some((chip) => chip.textContent?.includes('Feierabendtreff'))).toBe(
        false,
      ),
    );
  },
};
