import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFindings } from '../../support/axe.ts';
import type { Gallery } from '../support/gallery.ts';
import type { Taught } from '../support/inside.ts';

/** What a page's markup, and scripts that rebuild it, do. */
export function domCases(open: () => Gallery): void {
  it('has another base address: what widgets load and link stays with the page', () =>
    open().visit('base-href', async (page) => {
      await page.monthWorks();
      const board = page.widget('vr-idea-board');
      await page.boardWorks();
      const form = page.widget('vr-idea-submission');
      await form.scrollIntoViewIfNeeded();
      await form.getByRole('button', { name: /^Weiter/ }).click();
      await form.getByRole('link').filter({ visible: true }).first().click();
      assert.equal(new URL(page.page.url()).pathname, '/gallery/base-href', 'a fault leads to its field');
      const led = await linksOf(page.page);
      assert.ok(led.length > 3, 'there are links');
      assert.deepEqual(
        led.filter((href) => href.includes('/archiv/')),
        [],
      );
      await board.locator('a[data-open]').first().click();
      await board.locator('vr-idea-page').waitFor();
      const address = page.page.url();
      assert.match(address, /\/gallery\/base-href#vr-idea=/);
      await page.page.goto('about:blank');
      await page.page.goto(address);
      await board.scrollIntoViewIfNeeded();
      await board.locator('vr-idea-page').waitFor();
      await page.restIsUnharmed();
    }));

  it('went through the paragraphs of WordPress: widgets find source and contents', () =>
    open().visit('wpautop', async (page) => {
      await page.monthWorks();
      await page.boardWorks();
      await page.feedWorks();
      assert.equal(await page.page.getByText('Alle Termine als Kalenderdatei').isVisible(), false);
      assert.equal(await page.page.getByText('Alle Berichte als Feed').isVisible(), false);
      assert.ok(await page.page.getByRole('link', { name: 'Öffentliche Ideen (Atom)' }).isVisible());
      await page.restIsUnharmed();
      await page.fits();
      assert.deepEqual(page.watch.warnings, []);
    }));

  it('has a tag closed by "/>": what it swallowed stays to be seen, and the editor hears of it', () =>
    open().visit('self-closed', async (page) => {
      await page.monthWorks();
      await page.restIsUnharmed();
      assert.ok(await page.page.getByText('Toni Beispiel, Zimmer 4').isVisible());
      const [calendar, behind] = await Promise.all(
        ['vr-event-calendar vr-event-month', '#behind'].map((each) => page.page.locator(each).first().boundingBox()),
      );
      assert.ok(calendar && behind && behind.y >= calendar.y + calendar.height, 'below, not beside or over');
      assert.equal(page.watch.warnings.length, 1);
      assert.match(page.watch.warnings[0] ?? '', /VR010/);
    }));

  it('moves, removes and brings back a widget: it forgets nothing, asks nothing twice and leaves nothing behind', () => {
    let arrive = (): void => undefined;
    const first = new Promise<void>((resolve) => (arrive = resolve));
    return open().visit(
      'moved',
      async (page) => {
        const { page: tab } = page;
        const press = (name: string): Promise<void> => tab.getByRole('button', { name, exact: true }).click();
        await page.widget('vr-event-calendar').locator('[aria-busy=true]').waitFor();
        for (const way of ['Umhängen', 'Umhängen mit moveBefore', 'Umhängen']) await press(way);
        arrive();
        const calendar = await page.calendar();
        await page.settled(['vr-event-calendar']);
        await calendar.button('Nächster Monat').click();
        const title = calendar.root.getByRole('heading', { name: 'Juli 2026', exact: true });
        await title.waitFor();
        await calendar.ready();
        await tab.waitForLoadState('networkidle');
        const asked = page.asked();
        const listening = await listeners(tab);
        assert.ok(listening > 0);
        for (const way of ['Umhängen', 'Umhängen mit moveBefore', 'Umhängen']) {
          await press(way);
          await title.waitFor();
        }
        assert.equal(page.asked(), asked, 'a move asks nothing');
        await press('Herausnehmen');
        await calendar.root.waitFor({ state: 'detached' });
        assert.ok((await listeners(tab)) < listening, 'who has gone does not listen');
        for (let round = 0; round < 5; round++) {
          await press('Wieder einsetzen');
          await title.waitFor();
          await press('Herausnehmen');
        }
        await press('Wieder einsetzen');
        await calendar.ready();
        assert.equal(await listeners(tab), listening, 'no listener more than at first');
        // Who is signed in, and which events: each once for each of the six times that it came back.
        assert.ok(page.asked() <= asked + 12, `${page.asked() - asked} questions`);

        await press('In den Rahmen');
        const inFrame = tab.frameLocator('iframe').locator('vr-event-calendar');
        await inFrame.getByRole('heading', { name: 'Juli 2026', exact: true }).waitFor();
        const display = await inFrame
          .locator('.week')
          .first()
          .evaluate((week) => week.ownerDocument.defaultView!.getComputedStyle(week).display);
        assert.equal(display, 'grid', 'it is dressed in the frame, too');
        await inFrame.locator('button.event').first().click();
        await inFrame.locator('vr-dialog').getByRole('heading').first().waitFor();
        await tab.keyboard.press('Escape');
        await press('Wieder einsetzen');
        await calendar.button('Heute').click();
        await page.monthWorks();
      },
      {
        async before({ page }) {
          await countListeners(page);
          // The first events stay on their way until the calendar has moved.
          await page.route('**/api/v1/events?*', async (route) => {
            await first;
            await route.continue();
          });
        },
      },
    );
  });

  it('is made of components with shadow roots in one another: both widgets live', () =>
    open().visit('shadow-roots', async (page) => {
      await page.monthWorks(page.page.locator('#outer vr-event-calendar'));
      await page.boardWorks(page.page.locator('#inner vr-idea-board'));
      await page.restIsUnharmed();
      assert.deepEqual(page.watch.warnings, []);
    }));

  it('moves, clips and stacks: what opens lies on top and in full view', () =>
    open().visit('overlays', async (page) => {
      const calendar = await page.listWorks();
      await calendar.root.locator('vr-event-jump').getByRole('button').first().click();
      const box = calendar.root.locator('vr-event-jump [popover]');
      await box.getByRole('grid').waitFor();
      const seen = await box.evaluate((element) => {
        const { left, right, top } = element.getBoundingClientRect();
        const hit = (globalThis as unknown as Taught).deepHit((left + right) / 2, top + 20);
        return { inView: left >= 0 && right <= innerWidth && top >= 0, isOnTop: hit !== null && element.contains(hit) };
      });
      assert.deepEqual(seen, { inView: true, isOnTop: true });
      await page.page.keyboard.press('Escape');
      await box.waitFor({ state: 'hidden' });
      await page.restIsUnharmed();
      assert.ok(await page.page.getByText('Fragen Sie uns').isVisible());
    }));

  it('has a head that stays: what widgets bring into sight stands below it', () =>
    open().visit('sticky-head', async (page) => {
      await page.drawn(['vr-event-calendar', 'vr-idea-board', 'vr-blog-feed']);
      const { page: tab } = page;
      for (const [tag, opened] of [
        ['vr-idea-board', 'vr-idea-page'],
        ['vr-blog-feed', 'vr-post-page'],
      ] as const) {
        await page.widget(tag).locator('a[data-open]').nth(3).click();
        await page.widget(tag).locator(opened).waitFor();
        const way = page.widget(tag).getByRole('button', { name: /Zurück zu den/ });
        const top = await way.evaluate(async (element) => {
          const now = (): number => element.getBoundingClientRect().top;
          // Until the page has scrolled, for two seconds at most.
          for (let frame = 0; frame < 120 && now() < 131; frame++) await new Promise(requestAnimationFrame);
          return now();
        });
        assert.ok(top >= 131, `${tag} begins at ${top}`);
      }
      const list = await page.calendar();
      const last = list.titles.last();
      await last.focus();
      const covered: string[] = [];
      for (let step = 0; step < 12; step++) {
        await tab.keyboard.press('Shift+Tab');
        covered.push(
          ...(await tab.evaluate(() => {
            const active = (globalThis as unknown as { deepActive(): HTMLElement }).deepActive();
            const { top } = active.getBoundingClientRect();
            return top < 132 ? [`${active.localName} ${active.textContent} at ${top}`] : [];
          })),
        );
      }
      assert.deepEqual(covered, []);
    }));

  it('has headings and ids of its own: widgets fit in, and axe finds nothing', () =>
    open().visit('headings', async (page) => {
      await page.drawn([
        'vr-event-calendar',
        'vr-idea-board',
        'vr-blog-feed',
        'vr-peer-directory',
        'vr-idea-submission',
      ]);
      assert.deepEqual(await axeFindings(page.page), []);
      const levels = await page.page.evaluate(() =>
        (globalThis as unknown as Taught)
          .deepElements(document.body)
          .filter((element) => element.matches('h1,h2,h3,h4,h5,h6,[role=heading]') && element.checkVisibility())
          .map((element) => Number(element.getAttribute('aria-level') ?? element.localName.slice(1))),
      );
      assert.ok(levels.length > 15, `${levels.length} headings`);
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      assert.deepEqual(jumps, [], levels.join(' '));
    }));

  it('changes its language: widgets speak it at once, what was written stays', () =>
    open().visit('host-language', async (page) => {
      const { page: tab } = page;
      const calendar = await page.calendar();
      const heading = (name: string) => calendar.root.getByRole('heading', { name });
      await heading('Juni 2026').waitFor();
      const form = page.widget('vr-idea-submission');
      await form.scrollIntoViewIfNeeded();
      const field = form.getByRole('textbox').first();
      await field.fill('Ein Formular weniger');
      const german = await page.calendar(page.widget('vr-event-calendar', 1));
      await tab.getByRole('button', { name: 'English' }).click();
      await heading('June 2026').waitFor();
      await form.getByRole('button', { name: /^(Next|Continue)/ }).waitFor();
      assert.equal(await field.inputValue(), 'Ein Formular weniger');
      assert.ok(await german.button('Heute').isVisible());
      await tab.getByRole('button', { name: 'Deutsch' }).click();
      await heading('Juni 2026').waitFor();
      await page.monthWorks();
    }));
}

/** Where links of widgets lead, as the browser would follow them. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => element.localName.startsWith('vr-'))
      .flatMap((element) => (globalThis as unknown as Taught).deepElements(element))
      .filter((element): element is HTMLAnchorElement => element instanceof HTMLAnchorElement && element.href !== '')
      .map(({ href }) => href),
  );

interface Counting {
  heard(): number;
}

/** Counts from the page's start on who listens at its window and document. */
async function countListeners(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all: (readonly [EventTarget, string, unknown])[] = [];
    const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
    const place = (target: EventTarget, type: string, listener: unknown): number =>
      all.findIndex((one) => one[0] === target && one[1] === type && one[2] === listener);
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type, listener, options) {
      const target = this ?? globalThis;
      const isLasting = typeof options !== 'object' || !options.once;
      if ((target === globalThis || target === document) && isLasting && place(target, type, listener) < 0)
        all.push([target, type, listener]);
      add.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type, listener, options) {
      const target = this ?? globalThis;
      const at = place(target, type, listener);
      if (at >= 0) all.splice(at, 1);
      remove.call(target, type, listener, options);
    };
    (globalThis as unknown as Counting).heard = () => all.length;
  });
}

const listeners = (page: Page): Promise<number> => page.evaluate(() => (globalThis as unknown as Counting).heard());
