import type { Locator, Page } from 'playwright-core';

/** What readers touch on a calendar, by the names that they know it by. Locators look into shadow roots by themselves. */
export class CalendarOnPage {
  readonly root: Locator;
  readonly page: Page;

  constructor(page: Page, root: Locator = page.locator('vr-event-calendar').first()) {
    this.page = page;
    this.root = root;
  }

  get grid(): Locator {
    return this.root.getByRole('grid');
  }

  /** The day that the reader stands on: the only tab stop of the month. */
  get standing(): Locator {
    return this.root.locator('[role=gridcell][tabindex="0"]');
  }

  get dialog(): Locator {
    return this.root.getByRole('dialog');
  }

  /**
   * What stands in the dialog once it is there, with its roles: contents are slotted in, so the text of the element alone
   * is empty.
   */
  async dialogText(): Promise<string> {
    await this.inDialog.getByRole('heading').first().waitFor();
    return this.dialog.ariaSnapshot();
  }

  /** Something in the dialog. */
  get inDialog(): Locator {
    return this.root.locator('vr-dialog');
  }

  /** Titles of a list. */
  get titles(): Locator {
    return this.root.locator('vr-event-agenda button.title');
  }

  /** What a screen reader hears after the reader went somewhere. */
  get announcement(): Locator {
    return this.root.locator('[role=status].visually-hidden');
  }

  get status(): Locator {
    return this.root.locator('vr-status');
  }

  /** A day of the month by its ISO date. */
  day(date: string): Locator {
    return this.root.locator(`[role=gridcell][data-day="${date}"]`);
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  }

  /** An event in the month or in a list by its title. */
  event(title: string | RegExp): Locator {
    return this.root.locator('button.event, button.title').filter({ hasText: title }).first();
  }

  /** Until the events of what is shown have arrived. */
  async ready(): Promise<void> {
    await this.root.locator('[role=group][aria-busy=false]').first().waitFor();
  }

  /** Opens the explanation for editors and gives its text. */
  async explanation(language: 'de' | 'en' = 'de'): Promise<string> {
    const label = language === 'de' ? 'Für die Redaktion' : 'For editors of this page';
    await this.status.getByText(label, { exact: true }).click();
    await this.status.locator('dt').first().waitFor();
    return (await this.status.locator('details').innerText()).replaceAll(/\s+/g, ' ');
  }
}
