import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type {} from '../../../src/elements/event-calendar/vr-event-week.define.ts';
import { backendOf } from '../../../stories/event-calendar/sample-backends.ts';
import { manyEvents } from '../../../stories/event-calendar/sample-events.ts';
import { WEEK_EVENTS } from '../../../stories/event-calendar/sample-week.ts';
import { all, byName, focused, isShown, one, textOf, weight } from '../support/deep.ts';
import { press } from '../support/keys.ts';
import {
  appears,
  clearStage,
  openDialog,
  putReadyCalendar,
  says,
  settled,
  stopClock,
  titlesIn,
  type StageOptions,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const putWeek = async (more: StageOptions = {}): Promise<Awaited<ReturnType<typeof putReadyCalendar>>> => {
  const calendar = await putReadyCalendar({
    attributes: 'date="2026-03-12" view="week"',
    backend: backendOf(WEEK_EVENTS),
    ...more,
  });
  await appears(calendar, 'vr-event-week [role=grid], [role=grid]');
  await waitUntil(() => all(calendar, '.timed').length > 0, 'the events are drawn');
  return calendar;
};
const block = (calendar: Element, title: string): HTMLElement =>
  all(calendar, 'button.event').find((button) => button.textContent?.includes(title))!;
const cellOf = (calendar: Element, date: string): HTMLElement => one(calendar, `.day[data-day="${date}"]`);

describe('<vr-event-calendar> by week and by day', () => {
  beforeEach(() => stopClock());
  afterEach(async () => {
    clearStage();
    await emulateMedia({ media: 'screen' });
  });

  it('stands events at their hours, and those of one time side by side', async () => {
    const calendar = await putWeek();
    expect(textOf(one(calendar, '.toolbar'))).to.contain('9.–15. März 2026');
    expect(textOf(one(calendar, '.top')))
      .to.contain('KW 11')
      .and.to.contain('Ganztägig');
    const [early, late] = [block(calendar, 'Frühstück'), block(calendar, 'Lernzirkel')].map((each) =>
      each.getBoundingClientRect(),
    );
    const hour = cellOf(calendar, '2026-03-12').getBoundingClientRect().height / 24;
    const top = cellOf(calendar, '2026-03-12').getBoundingClientRect().top;
    expect(Math.round((late!.top - top) / hour)).to.equal(14);
    expect(Math.round((early!.bottom - early!.top) / hour)).to.equal(1);
    const [a, b] = [block(calendar, 'Werkstatt'), block(calendar, 'Sprechstunde')].map((each) =>
      each.getBoundingClientRect(),
    );
    expect(a!.right).to.be.at.most(b!.left + 1);
    expect(textOf(block(calendar, 'Vortrag'))).to.contain('Abgesagt');
    expect(textOf(block(calendar, 'Impuls'))).to.contain('online:');
    expect(
      all(calendar, '[style]').filter((element) => element.getAttribute('style')?.includes('inset')),
    ).to.deep.equal([]);
    await expect(calendar).to.be.accessible();
  });

  it('shows an event through midnight on both days, and what lasts longer above the hours', async () => {
    const calendar = await putWeek();
    const nights = all(calendar, '.timed').filter((each) => each.textContent?.includes('Nachtschicht'));
    expect(nights.map((each) => each.closest<HTMLElement>('[data-day]')?.dataset['day'])).to.deep.equal([
      '2026-03-12',
      '2026-03-13',
    ]);
    expect(textOf(nights[0]!)).to.contain('bis zum nächsten Tag');
    expect(textOf(nights[1]!)).to.contain('seit dem Vortag');
    expect(one(calendar, '.bar').dataset['span']).to.equal('3');
    expect(textOf(one(calendar, '.bar'))).to.contain('Camp');
  });

  it('marks today and where it stands now', async () => {
    const calendar = await putWeek();
    expect(cellOf(calendar, '2026-03-12').getAttribute('aria-current')).to.equal('date');
    const cell = cellOf(calendar, '2026-03-12').getBoundingClientRect();
    const now = one(calendar, '.now').getBoundingClientRect();
    expect(Math.round(((now.top - cell.top) / cell.height) * 24)).to.equal(11);
    expect(all(calendar, '.now')).to.have.length(1);
  });

  it('begins at seven, and at five where something is on so early', async () => {
    const calendar = await putWeek();
    const body = one(calendar, '.body');
    expect(Math.round((body.scrollTop / body.scrollHeight) * 24)).to.equal(7);
    expect(body.getBoundingClientRect().height / (body.scrollHeight / 24)).to.be.above(13);
  });

  it('has one tab stop; keys go by day, event and week, and the focus stays on the grid', async () => {
    const calendar = await putWeek();
    const grid = one<HTMLElementTagNameMap['vr-event-week']>(calendar, 'vr-event-week');
    expect(all(grid, '*').filter((element) => element.tabIndex >= 0 && element.hasAttribute('tabindex'))).to.deep.equal(
      [cellOf(calendar, '2026-03-12')],
    );
    cellOf(calendar, '2026-03-11').focus();
    await press('ArrowDown');
    expect(textOf(focused()!)).to.contain('Camp');
    await press('ArrowUp');
    await press('ArrowRight');
    await waitUntil(() => focused()?.dataset['day'] === '2026-03-12');
    await press('ArrowDown');
    expect(textOf(focused()!)).to.contain('Frühstück');
    await press('ArrowDown');
    expect(textOf(focused()!)).to.contain('Werkstatt');
    await grid.updateComplete;
    expect(all(grid, '[tabindex="0"]').map((each) => each === focused())).to.deep.equal([true]);
    await press('ArrowRight');
    await waitUntil(() => focused()?.closest<HTMLElement>('[data-day]')?.dataset['day'] === '2026-03-13');
    expect(textOf(focused()!)).to.contain('Impuls');
    await press('ArrowUp');
    await press('ArrowUp');
    const steps: readonly [string, string][] = [
      ['Home', '2026-03-09'],
      ['End', '2026-03-15'],
      ['PageDown', '2026-03-22'],
      ['PageUp', '2026-03-15'],
      ['ArrowLeft', '2026-03-14'],
    ];
    cellOf(calendar, '2026-03-13').focus();
    for (const [key, day] of steps) {
      await press(key);
      await waitUntil(
        () => focused()?.dataset['day'] === day,
        `${key} leads to ${day}, not ${focused()?.dataset['day']}`,
      );
    }
    expect(textOf(calendar)).to.contain('9.–15. März 2026');
  });

  it('opens an event and a day by Enter, and comes back', async () => {
    const calendar = await putWeek();
    cellOf(calendar, '2026-03-13').focus();
    await press('ArrowDown');
    await press('ArrowDown');
    const title = focused();
    await press('Enter');
    expect((await openDialog(calendar)).getAttribute('aria-label')).to.contain('Impuls');
    await press('Escape');
    await waitUntil(() => focused() === title);
    cellOf(calendar, '2026-03-12').focus();
    await press('Enter');
    expect((await openDialog(calendar)).getAttribute('aria-label')).to.equal('Donnerstag, 12. März 2026');
  });

  it('asks nothing for another week of the same month, and goes on by its own steps', async () => {
    let asked = 0;
    const good = backendOf(WEEK_EVENTS);
    const list: NonNullable<typeof good.events>['list'] = (...call) => (asked++, good.events!.list(...call));
    const calendar = await putWeek({ backend: { events: { ...good.events!, list } } });
    const before = asked;
    byName(calendar, 'Nächste Woche').click();
    await says(calendar, '16.–22. März 2026');
    byName(calendar, 'Tag').click();
    await says(calendar, 'Donnerstag, 19. März 2026');
    byName(calendar, 'Vorheriger Tag').click();
    await says(calendar, 'An diesem Tag ist nichts geplant.');
    expect(asked).to.equal(before);
  });

  it('is a list of its days in a narrow column and on paper', async () => {
    const calendar = await putReadyCalendar({
      attributes: 'date="2026-03-12" view="week"',
      backend: backendOf(WEEK_EVENTS),
      width: 320,
    });
    await appears(calendar, 'button.title');
    expect(titlesIn(calendar)).to.contain('Frühstück der Lotsinnen').and.to.contain('Nachtschicht');
    expect(all(calendar, 'vr-event-week')).to.deep.equal([]);
    expect(calendar.scrollWidth).to.be.at.most(320);
    await expect(calendar).to.be.accessible();
    const wide = await putWeek();
    dispatchEvent(new CustomEvent('beforeprint'));
    await emulateMedia({ media: 'print' });
    await waitUntil(() => titlesIn(wide).includes('Nachtschicht'));
    dispatchEvent(new CustomEvent('afterprint'));
  });

  it('bears a week of thousands: what finds no room is counted and opens the day', async () => {
    const calendar = await putWeek({ backend: backendOf(manyEvents(10_000)) });
    expect(weight(one(calendar, 'vr-event-week'))).to.be.at.most(1700);
    const more = all(calendar, '.more').find(isShown)!;
    expect(more.getAttribute('aria-label')).to.match(/weitere Termine am/);
    more.click();
    await openDialog(calendar);
  });

  it('goes the other way where the page reads from the right', async () => {
    document.documentElement.dir = 'rtl';
    const calendar = await putWeek();
    cellOf(calendar, '2026-03-12').focus();
    await press('ArrowLeft');
    await waitUntil(() => focused()?.dataset['day'] === '2026-03-13');
  });

  it('shows one day as a list, with all that is on', async () => {
    const calendar = await putReadyCalendar({
      attributes: 'date="2026-03-12" view="day"',
      backend: backendOf(WEEK_EVENTS),
    });
    await appears(calendar, 'button.title');
    expect(titlesIn(calendar)).to.deep.equal([
      'Camp Verwaltung von innen',
      'Frühstück der Lotsinnen',
      'Werkstatt: Formulare',
      'Sprechstunde',
      'Lernzirkel: Daten lesen',
      'Nachtschicht',
    ]);
    byName(calendar, 'Nächster Tag').click();
    await settled(calendar);
    await says(calendar, 'Freitag, 13. März 2026');
    expect(titlesIn(calendar)).to.contain('Impuls: Ein Amt ohne Zettel');
    await expect(calendar).to.be.accessible();
  });
});
