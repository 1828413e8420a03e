import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import type { Opened, Watch } from '../../support/browser.ts';
import { CalendarOnPage } from '../../support/calendar.ts';
import type { Taught } from './inside.ts';

/** Errors that a page may have reported without harm, by what they say. */
export type Expected = readonly RegExp[];

/** What each widget is drawn of once its data are there. */
const DRAWN: Readonly<Record<string, string>> = {
  'vr-event-calendar': 'button.event, button.title, [role=gridcell][data-dots*="•"]',
  'vr-idea-board': 'a[data-open]',
  'vr-blog-feed': 'a[data-open]',
  'vr-idea-submission': 'input, textarea',
};

/** What each widget has last: its own chunk, asked for by what comes before it. */
const LATE: Readonly<Record<string, string>> = {
  'vr-event-calendar': 'vr-filter-bar form',
  'vr-idea-board': 'vr-idea-filters form',
  'vr-blog-feed': 'vr-post-filters form',
};

/** A page of the gallery as its reader has it: whether its widgets do their work, and leave all else alone. */
export class GalleryPage {
  readonly page: Page;
  readonly watch: Watch;
  readonly #origin: string;

  constructor({ page, watch }: Opened, origin: string) {
    this.page = page;
    this.watch = watch;
    this.#origin = origin;
  }

  widget(tag: string, index = 0): Locator {
    return this.page.locator(tag).nth(index);
  }

  /** How often the hub was asked for data. */
  asked(): number {
    return this.watch.requests.filter((url) => url.includes('/api/')).length;
  }

  /** A calendar, once its events are there. */
  async calendar(root: Locator = this.widget('vr-event-calendar')): Promise<CalendarOnPage> {
    await root.scrollIntoViewIfNeeded();
    const calendar = new CalendarOnPage(this.page, root);
    await calendar.ready();
    await root.locator(DRAWN['vr-event-calendar']!).filter({ visible: true }).first().waitFor();
    return calendar;
  }

  /** Scrolls to each of these that the page has, until it is drawn with its data; gives those that are there. */
  async drawn<T extends string>(tags: readonly T[]): Promise<T[]> {
    const present: T[] = [];
    for (const tag of tags) {
      const widget = this.widget(tag);
      if ((await widget.count()) === 0) continue;
      present.push(tag);
      await widget.scrollIntoViewIfNeeded();
      await widget
        .locator(DRAWN[tag] ?? '*')
        .filter({ visible: true })
        .first()
        .waitFor();
    }
    return present;
  }

  /** Until parts have come that nobody waits for: filters, who is signed in. */
  async settled(tags: readonly string[]): Promise<void> {
    for (const tag of tags) {
      const late = LATE[tag];
      if (late) await this.widget(tag).locator(late).first().waitFor({ state: 'attached' });
    }
    await this.page.waitForLoadState('networkidle');
  }

  /** A month does its work: an event opens by a click, and by keyboard alone from where the reader stands. */
  async monthWorks(root?: Locator): Promise<CalendarOnPage> {
    const calendar = await this.calendar(root);
    await calendar.event('Abläufe malen').click();
    await this.dialogWorks(calendar);
    // Up and down once, by the days between where the reader stands and a day that has events.
    await calendar.standing.focus();
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('ArrowUp');
    await this.#walkToEvents();
    await this.page.keyboard.press('Enter');
    await this.dialogWorks(calendar);
    return calendar;
  }

  /** A list does its work: the first event opens by a click and by Enter. */
  async listWorks(root?: Locator): Promise<CalendarOnPage> {
    const calendar = await this.calendar(root);
    const title = calendar.titles.first();
    await title.click();
    await this.dialogWorks(calendar);
    // A dialog tells that it is closed a moment after it is gone, and gives the focus back: then it may open again.
    await calendar.root.locator('button.title:focus').waitFor();
    await title.press('Enter');
    await this.dialogWorks(calendar);
    return calendar;
  }

  /** The open dialog stands in the view, above everything, and goes by Escape. */
  async dialogWorks(calendar: CalendarOnPage): Promise<void> {
    await calendar.dialog.waitFor();
    await calendar.inDialog.getByRole('heading').first().waitFor();
    const seen = await calendar.dialog.evaluate((dialog) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      const { deepHit } = globalThis as unknown as Taught;
      let above = deepHit((left + right) / 2, (top + bottom) / 2);
      while (above && above !== dialog) {
        above = above.assignedSlot ?? above.parentElement ?? (above.getRootNode() as Partial<ShadowRoot>).host ?? null;
      }
      return {
        inView: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
        isOnTop: above === dialog,
      };
    });
    assert.deepEqual(seen, { inView: true, isOnTop: true });
    await this.page.keyboard.press('Escape');
    await calendar.dialog.waitFor({ state: 'hidden' });
  }

  /** Ideas are shown; one opens by a click, and by Enter. */
  async boardWorks(root: Locator = this.widget('vr-idea-board')): Promise<void> {
    await this.#opens(root, 'vr-idea-page');
  }

  /** Reports are shown; one opens by a click, and by Enter. */
  async feedWorks(root: Locator = this.widget('vr-blog-feed')): Promise<void> {
    await this.#opens(root, 'vr-post-page');
  }

  /** The form asks for an idea, and goes on by Enter. */
  async formWorks(root: Locator = this.widget('vr-idea-submission')): Promise<void> {
    await root.scrollIntoViewIfNeeded();
    const field = root.getByRole('textbox').first();
    await field.fill('Formulare, die sich merken, was wir schon wissen');
    await root.getByRole('button', { name: /^Weiter/ }).click();
  }

  /** What stands behind the widgets on the host's page is there, and nothing lies over it. */
  async restIsUnharmed(): Promise<void> {
    const behind = this.page.locator('#behind');
    await behind.scrollIntoViewIfNeeded();
    const isFree = await behind.evaluate((element) => {
      const { left, top, height } = element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + 4, top + height / 2);
      return hit !== null && (hit === element || element.contains(hit));
    });
    assert.ok(isFree, 'the rest of the page is there and free');
  }

  /** Nothing beside the page's edges: readers scroll in one direction. */
  async fits(): Promise<void> {
    const [content, view] = await this.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(content, view, 'no scrolling sideways');
  }

  /** @param expected what may have been reported all the same */
  isQuiet(expected: Expected = []): void {
    const { errors, violations } = this.watch;
    const unexpected = (texts: readonly string[]): string[] =>
      texts.filter((text) => !expected.some((pattern) => pattern.test(text)));
    assert.deepEqual(unexpected(errors), []);
    assert.deepEqual(unexpected(violations), []);
    assert.deepEqual(unexpected(this.watch.foreign(this.#origin)), []);
  }

  async #opens(root: Locator, page: string): Promise<void> {
    await root.scrollIntoViewIfNeeded();
    const link = root.locator('a[data-open]').first();
    const title = (await link.innerText()).trim();
    for (const open of [() => link.click(), () => link.press('Enter')]) {
      await open();
      await root.locator(page).getByRole('heading', { name: title }).first().waitFor();
      await root
        .getByRole('button', { name: /Zurück zu den/ })
        .first()
        .click();
      await link.waitFor();
    }
  }

  async #walkToEvents(): Promise<void> {
    const days = await this.page.evaluate(() => {
      const active = (globalThis as unknown as { deepActive(): HTMLElement }).deepActive();
      const cells = [...active.closest('[role=grid]')!.querySelectorAll<HTMLElement>('[data-day]')];
      const from = cells.indexOf(active);
      return cells.findIndex((cell, index) => index > from && cell.querySelector('.event')) - from;
    });
    for (let step = 0; step < days; step++) await this.page.keyboard.press('ArrowRight');
  }
}
