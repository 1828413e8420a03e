import { expect, nextFrame } from '@open-wc/testing';
import type { Backend } from '../../../src/backend/ports.ts';
import { backendOf } from '../../../stories/event-calendar/sample-backends.ts';
import { CAMP, FULL_EVENT, SAMPLE_EVENTS } from '../../../stories/event-calendar/sample-events.ts';
import { MONTHLY, TWO_SOURCES } from '../../../stories/event-calendar/sample-week.ts';
import { all, byName, focused, isShown, one, textOf } from '../support/deep.ts';
import { press } from '../support/keys.ts';
import {
  appears,
  clearStage,
  dayOf,
  focusOn,
  openDialog,
  putEvents,
  putReadyCalendar,
  says,
  settled,
  stopClock,
  titlesIn,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const realOptions = Intl.DateTimeFormat.prototype.resolvedOptions;

/** Lets the browser stand in another zone. */
function standIn(zone: string): void {
  Intl.DateTimeFormat.prototype.resolvedOptions = function (this: Intl.DateTimeFormat) {
    return { ...realOptions.call(this), timeZone: zone };
  };
}

const box = (calendar: Element, name: string): HTMLInputElement =>
  all<HTMLLabelElement>(one(calendar, 'vr-event-entries'), 'label')
    .find((label) => label.textContent?.includes(name))!
    .querySelector('input')!;

/** A backend that has more than events. */
const sharedBackend = (signedIn: boolean): Backend => ({
  events: {
    ...backendOf(SAMPLE_EVENTS).events!,
    subscribeUrl: 'https://netz.example/calendar.ics',
    vocabulary: async () => ({
      topics: [],
      orgs: [{ id: 'o1', name: 'Stadt Musterstadt' }],
      offers: true,
      mails: true,
    }),
    impulses: async () => ({ items: [], problems: [] }),
    circles: async () => ({ items: [], problems: [] }),
  },
  account: {
    me: async () =>
      signedIn
        ? { anonymous: false, person: { id: 'p1', displayName: 'Mara Muster' }, can: [] }
        : { anonymous: true, can: [] },
  },
});

describe('<vr-event-calendar> beyond one month', () => {
  beforeEach(() => {
    stopClock();
    standIn('Europe/Berlin');
  });
  afterEach(() => {
    clearStage();
    Intl.DateTimeFormat.prototype.resolvedOptions = realOptions;
    sessionStorage.clear();
  });

  describe('as a list through the months', () => {
    it('has a heading for each month, and goes on by the button and then by scrolling', async () => {
      const calendar = await putEvents(MONTHLY, { attributes: 'date="2026-03-12" view="agenda" limit="2"' });
      await appears(calendar, 'button.title');
      expect(titlesIn(calendar)).to.deep.equal(['Monatstreffen 2026-04', 'Monatstreffen 2026-05']);
      expect(all(calendar, '.month .name').map(textOf)).to.deep.equal(['April 2026', 'Mai 2026']);
      await nextFrame();
      byName(calendar, 'Mehr anzeigen').click();
      await waitUntil(() => focused()?.textContent?.trim() === 'Monatstreffen 2026-06', 'the focus goes on');
      byName(calendar, 'Mehr anzeigen').click();
      await waitUntil(() => titlesIn(calendar).includes('Monatstreffen 2026-08'));
    });

    it('reaches back by a button, and the focus goes to the nearest of what came', async () => {
      const calendar = await putEvents(MONTHLY, { attributes: 'date="2026-03-12" view="agenda"' });
      await appears(calendar, 'button.title');
      byName(calendar, 'Frühere Termine ansehen').click();
      await waitUntil(() => focused()?.textContent?.trim() === 'Monatstreffen 2026-03', 'the focus goes back');
      expect(titlesIn(calendar).slice(0, 4)).to.deep.equal([
        'Monatstreffen 2026-01',
        'Monatstreffen 2026-02',
        'Monatstreffen 2026-03',
        'Monatstreffen 2026-04',
      ]);
      await expect(calendar).to.be.accessible();
    });

    it('is one short list in a column beside the contents', async () => {
      const calendar = await putEvents(MONTHLY, { attributes: 'view="agenda" limit="2" without-controls', width: 280 });
      await appears(calendar, 'button.title');
      expect(all(calendar, '.month')).to.deep.equal([]);
      expect(all(calendar, 'button').filter((button) => isShown(button) && !button.matches('.title'))).to.have.length(
        1,
      );
    });
  });

  describe('of several calendars', () => {
    it('names each with its own shape, and marks their events in every view', async () => {
      const calendar = await putEvents(TWO_SOURCES);
      await says(calendar, 'Landkreis Beispielland');
      const marks = all(one(calendar, 'fieldset'), '[data-mark]').map((each) => [each.dataset['mark'], textOf(each)]);
      expect(marks).to.have.length(2);
      expect(new Set(marks.map(([mark]) => mark)).size).to.equal(2);
      await waitUntil(() => all(calendar, '.event[data-mark]').length > 0);
      await expect(calendar).to.be.accessible();
      byName(calendar, 'Woche').click();
      await waitUntil(() => all(calendar, '.timed[data-mark]').length > 0);
      byName(calendar, 'Liste').click();
      await appears(calendar, 'button.title');
      expect(textOf(one(calendar, '.list'))).to.contain('Landkreis Beispielland');
      const narrow = await putEvents(TWO_SOURCES, { width: 320 });
      await waitUntil(
        () =>
          dayOf(narrow, '2026-03-12').dataset['dots'] === '●■' || dayOf(narrow, '2026-03-12').dataset['dots'] === '■●',
      );
      expect(textOf(byName(narrow, '2 Kalender'))).to.equal('2 Kalender');
    });

    it('switches them, and keeps that no longer than the page allows', async () => {
      const put = (storage: string): ReturnType<typeof putEvents> =>
        putEvents(TWO_SOURCES, { attributes: `date="2026-03-12" view="day" storage="${storage}"` });
      const first = await put('session');
      await says(first, 'Werkstatt: Formulare');
      await waitUntil(() => all(first, 'fieldset').length > 0);
      box(first, 'Stadt Musterstadt').click();
      await waitUntil(() => !titlesIn(first).includes('Werkstatt: Formulare'));
      expect(titlesIn(first)).to.contain('Sprechstunde');
      first.parentElement!.remove();
      const again = await put('session');
      await waitUntil(() => all(again, 'fieldset').length > 0 && !box(again, 'Stadt Musterstadt').checked);
      await waitUntil(() => !titlesIn(again).includes('Werkstatt: Formulare'));
      again.parentElement!.remove();
      const without = await put('none');
      await says(without, 'Werkstatt: Formulare');
      await waitUntil(() => all(without, 'fieldset').length > 0);
      expect(box(without, 'Stadt Musterstadt').checked).to.equal(true);
      expect(sessionStorage.length + localStorage.length).to.be.at.most(1);
    });
  });

  describe("in the reader's own zone", () => {
    it('is offered only where clocks differ, and moves times when it is wanted', async () => {
      standIn('Europe/Paris');
      const same = await putReadyCalendar();
      await nextFrame();
      expect(textOf(same)).not.to.contain('Zeiten in meiner Zeitzone');
      same.parentElement!.remove();
      standIn('America/New_York');
      const calendar = await putReadyCalendar();
      await says(calendar, 'Zeiten in meiner Zeitzone (New York)');
      await says(calendar, '17:00 Feierabendtreff');
      box(calendar, 'Zeitzone').click();
      await says(calendar, '11:00 Feierabendtreff');
      box(calendar, 'Zeitzone').click();
      await says(calendar, '17:00 Feierabendtreff');
    });
  });

  describe('the way to a date', () => {
    it('opens a small month, goes by keys and Enter, and gives the focus back', async () => {
      const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda"' });
      const button = (await appears(calendar, '[aria-haspopup=dialog]')) as HTMLButtonElement;
      button.focus();
      await press('Enter');
      await focusOn('2026-03-12');
      await waitUntil(() => dayOf(calendar, '2026-03-26').dataset['dots'] === '•••', 'days with events have dots');
      await expect(calendar).to.be.accessible();
      await press('PageDown');
      await focusOn('2026-04-12');
      await press('Enter');
      await waitUntil(() => focused() === button);
      await says(calendar, 'April 2026');
      expect(button.getAttribute('aria-expanded')).to.equal('false');
      await press('Enter');
      await focusOn('2026-04-12');
      await press('Escape');
      await waitUntil(() => button.getAttribute('aria-expanded') === 'false');
      await waitUntil(() => focused() === button, 'the focus is back on the button');
    });

    it('stays within a window of 320 px', async () => {
      const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="week"', width: 300 });
      (await appears(calendar, '[aria-haspopup=dialog]')).click();
      await focusOn('2026-03-12');
      const { left, right } = one(calendar, '[popover]').getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(innerWidth);
    });
  });

  describe('where people take part', () => {
    it('leads to subscribing and to the offers, organisers also to a new event', async () => {
      const calendar = await putReadyCalendar({ attributes: 'date="2026-03-10"', backend: sharedBackend(true) });
      await says(calendar, 'Termin anlegen');
      for (const entry of ['Abonnieren', 'Impulse und Lernzirkel', 'Termin anlegen']) {
        byName(calendar, entry).click();
        expect((await openDialog(calendar)).getAttribute('aria-label')).to.equal(entry);
        await press('Escape');
        await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
      }
      // A day without events opens for those who may plan something.
      dayOf(calendar, '2026-03-10').focus();
      await press('Enter');
      await says(one(calendar, 'dialog'), 'An diesem Tag ist nichts geplant.');
      expect(all(calendar, 'vr-dialog button').map(textOf)).to.contain('Termin anlegen');
    });

    it('folds all but a new event behind one button in a narrow column, which stays where it is', async () => {
      const calendar = await putReadyCalendar({ width: 320, backend: sharedBackend(true) });
      await says(calendar, 'Termin anlegen');
      const fold = await appears(calendar, '.fold[aria-controls=choice]');
      expect(textOf(fold)).to.equal('Mehr');
      const top = fold.getBoundingClientRect().top;
      expect(byName(calendar, 'Termin anlegen').getBoundingClientRect().top).to.equal(top);
      expect(isShown(byName(calendar, 'Abonnieren'))).to.equal(false);
      fold.click();
      await waitUntil(() => isShown(byName(calendar, 'Abonnieren')));
      expect(fold.getBoundingClientRect().top).to.equal(top);
      expect(calendar.scrollWidth).to.be.at.most(320);
      await expect(calendar).to.be.accessible();
    });

    it('offers strangers no new event, and a plain list nothing of it', async () => {
      const calendar = await putReadyCalendar({ backend: sharedBackend(false) });
      await says(calendar, 'Abonnieren');
      expect(textOf(calendar)).not.to.contain('Termin anlegen');
      const plain = await putReadyCalendar();
      expect(all(plain, '.entries')).to.deep.equal([]);
    });

    it('opens the offers where the address asks for them', async () => {
      history.replaceState(null, '', '#vr-offers');
      const calendar = await putReadyCalendar({ backend: sharedBackend(false) });
      expect((await openDialog(calendar)).getAttribute('aria-label')).to.equal('Impulse und Lernzirkel');
    });
  });

  describe('the programme', () => {
    it('is that of the camp that comes next, with a choice where there are several', async () => {
      const later = { ...CAMP, uid: 'camp2', title: 'Herbstcamp', start: '2026-09-20', end: '2026-09-22' };
      const calendar = await putEvents([CAMP, later, FULL_EVENT], { attributes: 'date="2026-03-12" view="program"' });
      await says(calendar, 'Camp Verwaltung von innen');
      await says(calendar, 'Begrüßung');
      const choice = one<HTMLSelectElement>(calendar, '.camp select');
      choice.selectedIndex = 1;
      choice.dispatchEvent(new CustomEvent('change', { bubbles: true }));
      await waitUntil(() => textOf(one(calendar, '.heading')) === 'Herbstcamp', 'the other camp');
    });

    it('says where there is none', async () => {
      const calendar = await putEvents([FULL_EVENT], { attributes: 'date="2026-03-12" view="program"' });
      await says(calendar, 'Zurzeit ist kein Camp mit Programm eingetragen.');
      await settled(calendar);
    });
  });
});
