import { expect } from '@open-wc/testing';
import type { PhotoInput } from '../../../src/backend/ports.ts';
import {
  EMPTY,
  failing,
  FULL,
  never,
  profileBackend,
  refusing,
  VOCABULARY,
} from '../../../stories/peer-profile/sample-profiles.ts';
import { all, focused, isShown, one } from '../support/deep.ts';
import { appears, clearStage, focusSays, pick, picture, press, putForm, says, settle, write } from './support/stage.ts';
import { waitUntil } from '../support/wait-until.ts';

const key = (name: string): void =>
  void focused()!.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));

describe('The picture of the own entry', () => {
  afterEach(clearStage);

  /** The photo that a sample was asked to keep. */
  const sent = (backend: ReturnType<typeof profileBackend>): PhotoInput =>
    backend.asked.find(([method]) => method === 'setPhoto')?.[1] as PhotoInput;

  it('is cropped by arrow keys, plus and minus, described and sent as the square of the upright picture', async () => {
    const backend = profileBackend({ profile: FULL });
    const profile = await putForm({ backend });
    await pick(profile, 'vr-peer-photo', await picture(1200, 800));
    const square = await appears(profile, '.square');
    await waitUntil(() => focused() === square, 'the square has the focus');
    for (let times = 0; times < 30; times++) {
      key('ArrowRight');
      await settle(profile);
    }
    await write(profile, '.alt input', 'Rosa am Schalter');
    await press(profile, 'Bild speichern');
    await says(profile, 'Das Bild ist gespeichert.');
    expect(sent(backend).crop, 'the left edge').to.deep.equal({ x: 0, y: 0, size: 800 });
    expect(sent(backend).alt).to.equal('Rosa am Schalter');
    await focusSays('Bild');
  });

  it('is moved by ranges and by the pointer as well', async () => {
    const backend = profileBackend({ profile: FULL });
    const profile = await putForm({ backend });
    await pick(profile, 'vr-peer-photo', await picture(1200, 800));
    const square = await appears(profile, '.square');
    const [zoom] = all<HTMLInputElement>(profile, '.range input');
    zoom!.value = '25';
    zoom!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle(profile);
    expect(zoom!.getAttribute('aria-valuetext')).to.equal('25 %');
    expect(all(profile, '.range').length, 'zoomed in, both ways are free').to.equal(3);
    const [, across] = all<HTMLInputElement>(profile, '.range input');
    across!.value = '100';
    across!.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settle(profile);
    square.setPointerCapture = () => undefined;
    square.hasPointerCapture = () => true;
    square.dispatchEvent(new PointerEvent('pointerdown', { pointerId: 1, clientX: 100, clientY: 100 }));
    square.dispatchEvent(new PointerEvent('pointermove', { pointerId: 1, movementX: 60, movementY: 0 }));
    await settle(profile);
    await press(profile, 'Bild speichern');
    await says(profile, 'Das Bild ist gespeichert.');
    const { x, y, size } = sent(backend).crop!;
    expect([size, y]).to.deep.equal([400, 200]);
    expect(x, 'a quarter of the square back from the right edge').to.be.closeTo(700, 3);
  });

  it('wants a few words, and begins with some', async () => {
    const backend = profileBackend();
    const profile = await putForm({ backend });
    await pick(profile, 'vr-peer-photo', await picture(400, 400));
    await appears(profile, '.square');
    expect(one<HTMLInputElement>(profile, '.alt input').value).to.equal('Porträt von Rosa Wiesengrund');
    await write(profile, '.alt input', ' ');
    await press(profile, 'Bild speichern');
    await says(profile, 'Bitte beschreiben Sie das Bild');
    expect(backend.asked).to.deep.equal([]);
  });

  it('says in words why a file is not taken, and sends nothing of it', async () => {
    const huge = new Uint8Array(64);
    huge.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
    // 20,000 by 20,000 pixels
    huge.set([0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20], 16);
    const torn = huge.slice();
    torn.set([0, 0, 0, 9, 0, 0, 0, 9], 16);
    const backend = profileBackend({
      peers: {
        vocabulary: () => Promise.resolve({ ...VOCABULARY, photo: { ...VOCABULARY.photo!, bytes: 2_000_000 } }),
      },
    });
    const profile = await putForm({ backend });
    for (const [bytes, why] of [
      [huge, 'Möglich sind höchstens 100 Megapixel.'],
      [torn, 'Das Bild lässt sich nicht lesen.'],
      [new Uint8Array(2_000_001), 'Möglich sind höchstens 2 MB.'],
      [new TextEncoder().encode('%PDF-1.7 kein Bild, sondern ein Dokument'), 'Diese Datei ist kein Bild'],
      [new Uint8Array(0), 'Die Datei ist leer.'],
    ] as const) {
      await pick(profile, 'vr-peer-photo', new File([bytes], 'ich.png', { type: 'image/png' }));
      await says(profile, why);
      expect(all(profile, '.square').length).to.equal(0);
    }
    expect(backend.asked).to.deep.equal([]);
  });

  for (const [what, setPhoto, why] of [
    ['pixels', refusing({ field: 'file', code: 'out-of-range', limit: 40_000_000 }), 'höchstens 40 Megapixel'],
    ['damage', refusing({ field: 'file', code: 'format' }), 'Das Bild lässt sich nicht lesen.'],
    ['size', failing('invalid', { status: 413 }), 'Die Datei ist zu groß.'],
    ['the network', failing('offline'), 'Ihr Gerät ist gerade nicht mit dem Netz verbunden.'],
  ] as const) {
    it(`tells what the server says of ${what}, with the square still there`, async () => {
      const profile = await putForm({ backend: profileBackend({ profile: EMPTY, peers: { setPhoto } }) });
      await pick(profile, 'vr-peer-photo', await picture(300, 300));
      await appears(profile, '.square');
      await press(profile, 'Bild speichern');
      await says(profile, why);
      expect(all(profile, '.square').filter(isShown).length).to.equal(1);
    });
  }

  it('tells how far it is, and can be called off', async () => {
    let aborted = false;
    const backend = profileBackend({
      peers: {
        setPhoto(_photo, options) {
          options?.onProgress?.(0.42);
          options?.signal?.addEventListener('abort', () => (aborted = true));
          return never();
        },
      },
    });
    const profile = await putForm({ backend });
    await pick(profile, 'vr-peer-photo', await picture(300, 300));
    await appears(profile, '.square');
    await press(profile, 'Bild speichern');
    await says(profile, '42 % hochgeladen');
    await press(profile, 'Abbrechen');
    expect(aborted).to.equal(true);
    await appears(profile, '.choose');
  });

  it('is taken away again, and what was typed meanwhile stays', async () => {
    const backend = profileBackend({ profile: { ...FULL, photo: { url: 'data:,', alt: 'Rosa' } } });
    const profile = await putForm({ backend });
    await write(profile, '#in-headline', 'Getippt');
    await press(profile, 'Bild entfernen');
    await says(profile, 'Das Bild ist entfernt.');
    expect(backend.asked).to.deep.equal([['setPhoto', undefined]]);
    expect(one<HTMLInputElement>(profile, '#in-headline').value).to.equal('Getippt');
  });
});
