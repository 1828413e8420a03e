import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** Presses of a key after which a thing counts as out of reach. */
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

  /** Tabs until the focus is on it. */
  async to(target: Locator): Promise<void> {
    await target.first().waitFor();
    await this.#until('Tab', () => this.isOn(target), String(target));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#page.keyboard.press(key);
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

  /** Goes to a select and walks to the option that holds the words. */
  async choose(select: Locator, words: string): Promise<void> {
    await select.locator('option', { hasText: words }).first().waitFor({ state: 'attached' });
    await this.to(select);
    await this.press('Home');
    const isChosen = async (): Promise<boolean> => (await select.locator('option:checked').innerText()).includes(words);
    await this.#until('ArrowDown', isChosen, words);
  }

  /** Goes to a box and sets it. */
  async check(box: Locator): Promise<void> {
    await this.to(box);
    if (!(await box.isChecked())) await this.press('Space');
  }

  /** Goes to a group of radio buttons, of which Tab reaches one, and walks to this one. */
  async pick(radio: Locator): Promise<void> {
    await radio.waitFor();
    const isInGroup = (): Promise<boolean> =>
      radio.evaluate((element) => {
        const { form, name, type } = element as HTMLInputElement;
        const active = (globalThis as unknown as { deepActive(): HTMLElement }).deepActive() as HTMLInputElement;
        return active.type === type && active.name === name && active.form === form;
      });
    await this.#until('Tab', isInGroup, String(radio));
    if (await this.isOn(radio)) return this.check(radio);
    await this.#until('ArrowDown', () => radio.isChecked(), String(radio));
  }

  async #until(key: string, isThere: () => Promise<boolean>, what: string): Promise<void> {
    for (let presses = 0; presses < REACH; presses += 1) {
      if (await isThere()) return;
      await this.press(key);
    }
    assert.fail(`Not reached by ${key}: ${what}`);
  }
}
