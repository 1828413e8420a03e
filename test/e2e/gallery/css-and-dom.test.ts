import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Gallery } from './support/gallery.ts';

describe('a page of the gallery', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await Gallery.open();
  });
  after(() => gallery?.close());

  it('that resets everything: the calendar works', () =>
    gallery.visit('reset-all', async (page) => {
      await page.monthWorks();
      await page.restIsUnharmed();
      await page.fits();
      assert.deepEqual(page.watch.warnings, []);
    }));
});
