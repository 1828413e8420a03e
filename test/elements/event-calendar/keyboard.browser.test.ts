import { expect } from '@open-wc/testing';
import { all, byName, focused, isShown, one, textOf } from '../support/deep.ts';
import { click, press } from '../support/keys.ts';
import {
  clearStage,
  dayOf,
  focusedDay,
  focusOn,
  openDialog,
  putReadyCalendar,
  settled,
  stopClock,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

describe('<vr-event-calendar> by keyboard', () => {
  beforeEach(() => stopClock());
  afterEach(clearStage);

  it('has one tab stop in the month, between the filters and what follows', async () => {
    const calendar = await putReadyCalendar();
    const month = one(calendar, 'vr-event-month');
    const stops = all(month, '*').filter((element) => element.tabIndex >= 0);
    expect(stops.map((stop) => stop.dataset['day'])).to.deep.equal(['2026-03-12']);
    byName(calendar, 'Liste').focus();
    for (let tries = 0; tries < 12 && !focusedDay(); tries++) await press('Tab');
    expect(focusedDay()).to.equal('2026-03-12');
    await press('Tab');
    expect(focusedDay()).to.equal(undefined);
    await press('Tab', 'Shift');
    expect(focusedDay()).to.equal('2026-03-12');
  });

  it('goes by day, week, end of week, month and year', async () => {
    const calendar = await putReadyCalendar();
    dayOf(calendar, '2026-03-12').focus();
    const steps: readonly [string, string, ...string[]][] = [
      ['ArrowRight', '2026-03-13'],
      ['ArrowDown', '2026-03-20'],
      ['ArrowLeft', '2026-03-19'],
      ['ArrowUp', '2026-03-12'],
      ['Home', '2026-03-09'],
      ['End', '2026-03-15'],
      ['PageDown', '2026-04-15'],
      ['PageUp', '2026-03-15'],
      ['PageDown', '2027-03-15', 'Shift'],
      ['PageUp', '2026-03-15', 'Shift'],
    ];
    for (const [key, day, ...held] of steps) {
      await press(key, ...held);
      await focusOn(day);
      expect(dayOf(calendar, day).getAttribute('aria-selected')).to.equal('true');
    }
  });

  it('keeps the focus when the month changes and its events arrive', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-31"' });
    dayOf(calendar, '2026-03-31').focus();
    await press('ArrowRight');
    await focusOn('2026-04-01');
    await settled(calendar);
    expect(focusedDay()).to.equal('2026-04-01');
    expect(one(calendar, '[role=grid]').getAttribute('aria-label')).to.equal('April 2026');
    expect(textOf(one(calendar, '.toolbar'))).to.contain('April 2026');
    await press('ArrowUp');
    await focusOn('2026-03-25');
  });

  it('goes the other way with left and right where the page reads from the right', async () => {
    document.documentElement.dir = 'rtl';
    const calendar = await putReadyCalendar();
    dayOf(calendar, '2026-03-12').focus();
    await press('ArrowLeft');
    await focusOn('2026-03-13');
    await press('ArrowRight');
    await focusOn('2026-03-12');
  });

  it('starts the week where the page wants it', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" first-day="7"' });
    dayOf(calendar, '2026-03-12').focus();
    await press('Home');
    await focusOn('2026-03-08');
    await press('End');
    await focusOn('2026-03-14');
  });

  it('leaves combinations with Control, Alt and Meta to the browser', async () => {
    const calendar = await putReadyCalendar();
    const cell = dayOf(calendar, '2026-03-12');
    cell.focus();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey']) {
      const key = new KeyboardEvent('keydown', {
        key: 'ArrowRight',
        [modifier]: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      expect(cell.dispatchEvent(key)).to.equal(true);
    }
    await calendar.updateComplete;
    expect(focusedDay()).to.equal('2026-03-12');
  });

  it('opens a day with several events by Enter, lists them, and comes back by Escape', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-26"' });
    dayOf(calendar, '2026-03-26').focus();
    await press('Enter');
    const dialog = await openDialog(calendar);
    expect(dialog.getAttribute('aria-label')).to.equal('Donnerstag, 26. März 2026');
    await waitUntil(
      () => all(calendar, 'dialog[open]').length === 1 && textOf(calendar).includes('Stammtisch Beispielland'),
    );
    expect(textOf(calendar)).to.contain('Impuls: Ein Amt ohne Zettel');
    await press('Escape');
    await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
    await focusOn('2026-03-26');
  });

  it('opens the only event of a day at once, by Enter and by the space bar', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"' });
    for (const key of ['Enter', ' ']) {
      dayOf(calendar, '2026-03-17').focus();
      await press(key);
      const dialog = await openDialog(calendar);
      expect(dialog.getAttribute('aria-label')).to.equal('Werkstatt: Bescheide, die man versteht');
      await press('Escape');
      await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
      await focusOn('2026-03-17');
    }
  });

  it('opens nothing on a day without events', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-10"' });
    dayOf(calendar, '2026-03-10').focus();
    await press('Enter');
    await calendar.updateComplete;
    expect(all(calendar, 'dialog[open]')).to.have.length(0);
    expect(focusedDay()).to.equal('2026-03-10');
  });

  it('leads from the day to one of its events and, closed, back to the day', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-26"' });
    dayOf(calendar, '2026-03-26').focus();
    await press('Enter');
    await openDialog(calendar);
    await waitUntil(() => all(calendar, 'button.title').length > 0);
    byName(calendar, 'Stammtisch Beispielland', '.title').focus();
    await press('Enter');
    await waitUntil(() => all(calendar, 'vr-event-details').some(isShown));
    expect(textOf(one(calendar, 'vr-event-details'))).to.contain('Landkreis Beispielland');
    await press('Escape');
    await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
    await focusOn('2026-03-26');
  });

  it('keeps the focus inside the dialog', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"' });
    dayOf(calendar, '2026-03-17').focus();
    await press('Enter');
    const dialog = await openDialog(calendar);
    const isInside = (): boolean => {
      const active = focused();
      if (!active || active === document.body) return true;
      for (let at: Node | null = active; at;) {
        if (at === dialog) return true;
        at = (at instanceof Element && at.assignedSlot) || at.parentNode || (at instanceof ShadowRoot ? at.host : null);
      }
      return false;
    };
    for (let tab = 0; tab < 14; tab++) {
      await press('Tab');
      expect(isInside(), focused()?.outerHTML).to.equal(true);
    }
    await press('Escape');
    await focusOn('2026-03-17');
  });

  it('returns the focus to the button in the list that opened the event', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" view="agenda"' });
    await waitUntil(() => all(calendar, 'button.title').length > 0);
    const title = byName(calendar, 'Werkstatt: Bescheide, die man versteht');
    title.focus();
    await press('Enter');
    await openDialog(calendar);
    await press('Escape');
    await waitUntil(() => focused() === title, 'focus returns');
  });

  it('hands no keys of the dialog to the page', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"' });
    dayOf(calendar, '2026-03-17').focus();
    await press('Enter');
    await openDialog(calendar);
    const heard: string[] = [];
    const listen = (event: KeyboardEvent): void => void heard.push(event.key);
    document.addEventListener('keydown', listen);
    await press('j');
    document.removeEventListener('keydown', listen);
    expect(heard).to.deep.equal([]);
  });

  it('closes the dialog by its button and by a click beside it', async () => {
    const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"' });
    await click(dayOf(calendar, '2026-03-17').querySelector('.number')!);
    await openDialog(calendar);
    await click(byName(calendar, 'Schließen'));
    await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
    await click(byName(calendar, /Werkstatt/, '.event'));
    await openDialog(calendar);
    await click([5, 5]);
    await waitUntil(() => all(calendar, 'dialog[open]').length === 0);
  });
});
