import { after, before, describe } from 'node:test';
import { cssCases } from './cases/css.ts';
import { domCases } from './cases/dom.ts';
import { keyCases } from './cases/keys.ts';
import { Gallery } from './support/gallery.ts';

describe('a page of the gallery', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await Gallery.open();
  });
  after(() => gallery?.close());

  cssCases(() => gallery);
  domCases(() => gallery);
  keyCases(() => gallery);
});
