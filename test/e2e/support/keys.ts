import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Presses of Tab after which a thing counts as out of reach. */
const REACH = 250;

/** Somebody without a mouse: everything is reached by Tab and done by keys. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Whether the focus is on one of these elements. */
  isOn(target: Locator): Promise<boolean> {
    return target.evaluateAll((elements) =>
      elements.includes((globalThis as unknown as { deepActive(): HTMLElement }).deepActive()),
    );
  }

  /** Tabs until the focus is on it; `back` goes the other way. */
  async to(target: Locator, { back = false } = {}): Promise<void> {
    await target.first().waitFor();
    for (let presses = 0; presses < REACH; presses += 1) {
      if (await this.isOn(target)) return;
      await this.#page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    }
    assert.fail(`Not reached by Tab: ${String(target)}`);
  }

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.#page.keyboard.press(key)), Promise.resolve());
  }

  /** Goes to a button or link and presses it. */
  async push(target: Locator): Promise<void> {
    await this.to(target);
    await this.press('Enter');
  }

  /** Goes to a field and writes into it in place of what it holds. */
  async write(field: Locator, text: string): Promise<void> {
    await this.to(field);
    await this.press('Control+A');
    await this.#page.keyboard.type(text);
  }

  /** Goes to a select and chooses by typing the beginning of an option's words. */
  async choose(select: Locator, words: string): Promise<void> {
    await select.locator('option', { hasText: words }).first().waitFor({ state: 'attached' });
    await this.to(select);
    await this.#page.keyboard.type(words);
  }

  /** Goes to a box or radio button and sets it. */
  async check(box: Locator): Promise<void> {
    await this.to(box);
    if (!(await box.isChecked())) await this.press('Space');
  }
}
