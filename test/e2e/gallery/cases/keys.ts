import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Gallery } from '../support/gallery.ts';

const SEARCH = 'input[type=search]';

/** What a page does with what its readers type. */
export function keyCases(open: () => Gallery): void {
  it('lies in one form: Enter in widgets does not send it, and nothing typed in them is taken for its own', () =>
    open().visit('outer-form', async (page) => {
      const { page: tab } = page;
      await page.drawn(['vr-event-calendar', 'vr-idea-board', 'vr-idea-submission']);
      const count = tab.locator('#count');
      const nothing = await count.innerText();
      const calendar = await page.calendar();
      const search = calendar.root.locator(SEARCH).first();
      await search.pressSequentially('malen');
      await search.press('Enter');
      await calendar.event('Abläufe malen').waitFor();
      await calendar.titles.first().press('Enter');
      await page.dialogWorks(calendar);
      await page.widget('vr-idea-board').locator(SEARCH).first().press('Enter');
      const form = page.widget('vr-idea-submission');
      const field = form.getByRole('textbox').first();
      await field.fill('Ein Formular weniger');
      const next = form.getByRole('button', { name: /^Weiter/ });
      const label = await next.innerText();
      await next.press('Enter');
      await form
        .getByRole('button', { name: /^Weiter/ })
        .filter({ hasNotText: label })
        .waitFor();
      assert.equal(await count.innerText(), nothing);
      assert.deepEqual(await tab.evaluate(() => [...new FormData(document.querySelector('form')!).keys()]), ['title']);
      await tab.getByLabel('Titel der Seite').press('Enter');
      await tab.getByText('Abgeschickt: 1.').waitFor();
    }));

  it('listens for single keys: typing in widgets sets off none, elsewhere they work', () =>
    open().visit('host-shortcuts', async (page) => {
      const { page: tab } = page;
      await page.drawn(['vr-event-calendar', 'vr-idea-board', 'vr-idea-submission']);
      const done = tab.locator('#done li');
      for (const tag of ['vr-event-calendar', 'vr-idea-board']) {
        const search = page.widget(tag).locator(SEARCH).first();
        await search.focus();
        await tab.keyboard.type('s/ 2?');
        assert.equal(await search.inputValue(), 's/ 2?');
        for (const key of ['ArrowRight', 'Backspace', 'Enter']) await tab.keyboard.press(key);
        await search.fill('');
      }
      const field = page.widget('vr-idea-submission').getByRole('textbox').first();
      await field.focus();
      await tab.keyboard.type('Straße 24/7 sperren?');
      assert.equal(await field.inputValue(), 'Straße 24/7 sperren?');
      assert.deepEqual(await done.allInnerTexts(), []);
      await tab.getByRole('heading', { name: 'Vorgänge' }).click();
      await tab.keyboard.press('s');
      await tab.getByText('keydown s: Seite gespeichert').waitFor();
    }));
}
