import { expect, nextFrame } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { backendOf } from '../../../stories/event-calendar/sample-backends.ts';
import { LONG_WORDS, manyEvents, SAMPLE_EVENTS } from '../../../stories/event-calendar/sample-events.ts';
import { all, byName, focused, isShown, one, textOf, weight } from '../support/deep.ts';
import {
  appears,
  clearStage,
  dayOf,
  openDialog,
  putEvents,
  putReadyCalendar,
  putStage,
  says,
  stopClock,
  titlesIn,
} from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Puts rules of a host page into the document until the test ends. */
const sheets: HTMLStyleElement[] = [];
function pageStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  sheets.push(style);
}

const fontSize = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);

/** Elements that reach beyond the column, apart from what is hidden for eyes. */
function overflowing(root: Element): string[] {
  const { right } = root.getBoundingClientRect();
  return all(root, '*')
    .filter((element) => isShown(element) && !element.closest('.visually-hidden, svg, button.event, dialog'))
    .filter((element) => element.getBoundingClientRect().right > right + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

describe("<vr-event-calendar>'s place on a page", () => {
  beforeEach(() => stopClock());
  afterEach(async () => {
    clearStage();
    for (const sheet of sheets.splice(0)) sheet.remove();
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  describe('in a narrow column', () => {
    it('shows dots, and the chosen day’s events below', async () => {
      const calendar = await putReadyCalendar({ width: 320 });
      await says(calendar, 'Offene Runde der Digitallotsinnen und Digitallotsen');
      expect(all(calendar, '.event').filter((chip) => isShown(chip) && chip.matches('button'))).to.have.length(0);
      expect(dayOf(calendar, '2026-03-26').dataset['count']).to.equal('3');
      const dots = getComputedStyle(dayOf(calendar, '2026-03-26'), '::after').content;
      expect(dots).to.contain('•••');
    });

    it('shows another day by a click, without a dialog', async () => {
      const calendar = await putReadyCalendar({ width: 320 });
      await says(calendar, 'Offene Runde');
      dayOf(calendar, '2026-03-26').click();
      await says(calendar, 'Stammtisch Beispielland');
      expect(all(calendar, 'dialog[open]')).to.have.length(0);
      dayOf(calendar, '2026-03-10').click();
      await says(calendar, 'An diesem Tag ist nichts geplant.');
    });

    it('folds the filters behind one button that says how many are in use', async () => {
      const calendar = await putReadyCalendar({ width: 320 });
      const fold = await appears(calendar, 'button[aria-expanded]');
      expect(isShown(one(calendar, 'form'))).to.equal(false);
      fold.click();
      await waitUntil(() => isShown(one(calendar, 'form')));
      const kind = one<HTMLSelectElement>(calendar, 'select[name=kind]');
      kind.value = 'camp';
      kind.dispatchEvent(new CustomEvent('change', { bubbles: true }));
      await waitUntil(() => fold.textContent?.includes('Filter (1)'));
    });

    it('changes with the column, back and forth', async () => {
      const calendar = await putReadyCalendar({ width: 900 });
      expect(isShown(byName(calendar, /Feierabendtreff/))).to.equal(true);
      calendar.parentElement!.style.inlineSize = '300px';
      await says(calendar, 'Offene Runde');
      await appears(calendar, 'button.title');
      calendar.parentElement!.style.inlineSize = '900px';
      await waitUntil(() => titlesIn(calendar).length === 0);
    });

    for (const [name, events] of [
      ['usual', SAMPLE_EVENTS],
      ['endlessly long', LONG_WORDS],
    ] as const) {
      for (const view of ['month', 'agenda']) {
        it(`holds ${name} words at 320 and at 280 px, also with more space between the letters: ${view}`, async () => {
          for (const width of [320, 280]) {
            const calendar = await putReadyCalendar({
              attributes: `date="2026-03-12" view="${view}"`,
              backend: backendOf(events),
              width,
            });
            await appears(calendar, 'button.title');
            expect(overflowing(calendar)).to.deep.equal([]);
            expect(calendar.scrollWidth).to.be.at.most(width);
            // WCAG 2.2, 1.4.12.
            pageStyle(
              'vr-event-calendar { line-height: 1.5; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
            );
            await nextFrame();
            expect(overflowing(calendar)).to.deep.equal([]);
          }
        });
      }
    }

    it('shows the dialog within 320 px', async () => {
      await setViewport({ width: 320, height: 640 });
      const calendar = await putReadyCalendar({ attributes: 'date="2026-03-17"', width: 300 });
      (await appears(calendar, 'button.title')).click();
      const dialog = await openDialog(calendar);
      await says(calendar, 'Anmelden bei anmelden.example');
      const box = dialog.getBoundingClientRect();
      expect(box.left).to.be.at.least(0);
      expect(box.right).to.be.at.most(320);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
    });
  });

  describe('with 10,000 events in the month', () => {
    const events = manyEvents(10_000);
    // Before the month, so that the list begins with its first day.
    beforeEach(() => stopClock('2026-02-10T10:00:00Z'));

    it('has no more than 700 elements as a month, and counts them all', async () => {
      const calendar = await putEvents(events);
      expect(weight(one(calendar, 'vr-event-month'))).to.be.at.most(700);
      expect(weight(calendar)).to.be.at.most(850);
      expect(dayOf(calendar, '2026-03-01').textContent).to.contain('323 Termine');
      expect(textOf(dayOf(calendar, '2026-03-01'))).to.contain('+320');
    });

    it('has no more than 1,500 elements as a list, however far the reader goes', async () => {
      const calendar = await putEvents(events, { attributes: 'date="2026-03-01" view="agenda" limit="200"' });
      await appears(calendar, 'button.title');
      expect(weight(calendar)).to.be.at.most(1500);
      for (let more = 0; more < 6; more++) {
        const button = byName(calendar, 'Mehr anzeigen');
        button.scrollIntoView({ block: 'center' });
        await nextFrame();
        button.click();
        await calendar.updateComplete;
        await nextFrame();
        await nextFrame();
        expect(weight(calendar), `after ${more + 1} times`).to.be.at.most(1500);
        expect(focused()?.matches('button.title'), 'the focus goes on in the list').to.equal(true);
      }
    });

    it('draws what the reader scrolls to, down and up', async () => {
      const calendar = await putEvents(events, { attributes: 'date="2026-03-01" view="agenda" limit="200"' });
      await appears(calendar, 'button.title');
      const [first] = titlesIn(calendar);
      byName(calendar, 'Mehr anzeigen').scrollIntoView();
      await waitUntil(() => !titlesIn(calendar).includes(first!), 'the first is dropped');
      // Each chunk that is drawn takes its true height, and so moves what comes after it.
      await waitUntil(() => {
        byName(calendar, 'Mehr anzeigen').scrollIntoView();
        const last = all(calendar, 'button.title').at(-1);
        return last !== undefined && Math.abs(last.getBoundingClientRect().top) < innerHeight;
      }, 'the last is drawn where the reader looks');
      expect(weight(calendar)).to.be.at.most(1500);
      window.scrollTo(0, 0);
      await waitUntil(() => titlesIn(calendar)[0] === first, 'the first is drawn again');
      expect(weight(calendar)).to.be.at.most(1500);
    });
  });

  describe('on paper', () => {
    afterEach(() => emulateMedia({ media: 'screen' }));

    it('is a complete list, also where the screen shows a month', async () => {
      const calendar = await putReadyCalendar();
      dispatchEvent(new CustomEvent('beforeprint'));
      await emulateMedia({ media: 'print' });
      // The month says some of them too: all of them stand only in the list.
      const titles = SAMPLE_EVENTS.filter(({ start }) => start < '2026-04-06').map(({ title }) => title);
      await waitUntil(() => titles.every((title) => textOf(calendar).includes(title)), 'every event is listed');
      expect(all(calendar, 'button').filter((button) => isShown(button) && !button.matches('.title'))).to.have.length(
        0,
      );
      dispatchEvent(new CustomEvent('afterprint'));
      await emulateMedia({ media: 'screen' });
      await appears(calendar, '[role=grid]');
    });

    it('draws a long list to its end', async () => {
      stopClock('2026-02-10T10:00:00Z');
      const calendar = await putEvents(manyEvents(300), { attributes: 'date="2026-03-01" view="agenda" limit="20"' });
      await appears(calendar, 'button.title');
      dispatchEvent(new CustomEvent('beforeprint'));
      await waitUntil(() => titlesIn(calendar).length === 300);
      dispatchEvent(new CustomEvent('afterprint'));
      await waitUntil(() => titlesIn(calendar).length < 100);
    });
  });

  describe('under hostile style sheets', () => {
    it('stays a calendar where the page unsets everything', async () => {
      pageStyle('* { all: unset !important }');
      const calendar = await putReadyCalendar();
      const style = getComputedStyle(calendar);
      expect(style.display).to.equal('block');
      expect(fontSize(calendar)).to.equal(16);
      expect(getComputedStyle(one(calendar, '.week')).display).to.equal('grid');
      expect(isShown(one(calendar, '[role=grid]'))).to.equal(true);
    });

    it('stays legible where the page makes everything small, or the root 62.5 %', async () => {
      pageStyle('* { font-size: 10px !important } html { font-size: 62.5% }');
      const calendar = await putReadyCalendar();
      expect(fontSize(calendar)).to.equal(16);
      expect(fontSize(one(calendar, '.heading'))).to.equal(22);
      const smallest = Math.min(
        ...all(calendar, '*')
          .filter((element) => isShown(element) && textOf(element) !== '')
          .map(fontSize),
      );
      expect(smallest).to.be.at.least(12.9);
    });

    it('takes no letters from the page that it cannot be read in', async () => {
      pageStyle(
        'div { text-transform: uppercase; text-indent: 40px; white-space: nowrap; line-height: 0.5; font-style: italic }',
      );
      const calendar = await putReadyCalendar();
      const { textTransform, textIndent, whiteSpace, lineHeight, fontStyle } = getComputedStyle(calendar);
      expect([textTransform, textIndent, whiteSpace, lineHeight, fontStyle]).to.deep.equal([
        'none',
        '0px',
        'normal',
        '24px',
        'normal',
      ]);
    });

    it('keeps its own size inside an old table', async () => {
      const stage = putStage(
        '<table style="font-size: 9px"><tr><td><vr-event-calendar loading="eager" date="2026-03-12"></vr-event-calendar></td></tr></table>',
      );
      const calendar = stage.querySelector('vr-event-calendar')!;
      calendar.backend = backendOf(SAMPLE_EVENTS);
      await says(calendar, 'März 2026');
      expect(fontSize(calendar)).to.equal(16);
    });

    it('takes font, colour and its own size where the page sets them', async () => {
      pageStyle(
        'div { font-family: Georgia; color: rgb(1, 2, 3) } vr-event-calendar { --vr-font-size: 20px; --vr-color-accent: rgb(160, 0, 80) }',
      );
      const calendar = await putReadyCalendar();
      expect(getComputedStyle(calendar).fontFamily).to.equal('Georgia');
      expect(getComputedStyle(calendar).color).to.equal('rgb(1, 2, 3)');
      expect(fontSize(calendar)).to.equal(20);
      expect(getComputedStyle(byName(calendar, 'Monat')).backgroundColor).to.equal('rgb(160, 0, 80)');
    });

    it('stands on a card of its own where the editor wants one', async () => {
      const calendar = await putReadyCalendar({ attributes: 'date="2026-03-12" surface="card"' });
      expect(getComputedStyle(calendar).backgroundColor).to.equal('rgb(255, 255, 255)');
      expect(getComputedStyle(calendar).paddingInlineStart).to.equal('16px');
    });

    it('hides where the page hides it', async () => {
      const calendar = await putReadyCalendar();
      calendar.hidden = true;
      expect(isShown(calendar)).to.equal(false);
    });
  });
});
