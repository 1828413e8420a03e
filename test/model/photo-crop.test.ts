import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import sharp from 'sharp';
import { middleCrop, mostZoom, moveCrop, pictureSize, placeOf, zoomCrop, zoomOf } from '../../src/model/photo-crop.ts';

const wide = { width: 1200, height: 800 };

suite('The square of a portrait', () => {
  test('It begins as the largest one in the middle', () => {
    assert.deepEqual(middleCrop(wide), { x: 200, y: 0, size: 800 });
    assert.deepEqual(middleCrop({ width: 300, height: 901 }), { x: 0, y: 300, size: 300 });
  });

  test('It never leaves the picture', () => {
    const crop = middleCrop(wide);
    assert.deepEqual(moveCrop(crop, wide, -900, 50), { x: 0, y: 0, size: 800 });
    assert.deepEqual(moveCrop(crop, wide, 900, 0), { x: 400, y: 0, size: 800 });
  });

  test('Zooming keeps its middle as far as the edges allow', () => {
    const near = zoomCrop(middleCrop(wide), wide, 2);
    assert.deepEqual(near, { x: 400, y: 200, size: 400 });
    assert.equal(zoomOf(near, wide), 2);
    assert.deepEqual(zoomCrop({ x: 0, y: 0, size: 400 }, wide, 1), { x: 0, y: 0, size: 800 });
  });

  test('Nobody zooms in until a face is a few pixels', () => {
    assert.equal(mostZoom(wide), 5);
    assert.equal(mostZoom({ width: 100, height: 90 }), 1);
    assert.equal(zoomCrop(middleCrop(wide), wide, 99).size, 160);
  });

  test('Its place is told between the edges', () => {
    assert.deepEqual(placeOf({ x: 400, y: 0, size: 800 }, wide), { across: 1, down: 0.5 });
  });
});

suite('The size of a picture by its head', () => {
  const drawn = (type: 'png' | 'jpeg' | 'webp' | 'avif'): Promise<Buffer> =>
    sharp({ create: { width: 321, height: 123, channels: 3, background: '#0a6' } })
      .toFormat(type)
      .toBuffer();

  for (const type of ['png', 'jpeg', 'webp', 'avif'] as const) {
    test(`A ${type} tells it before it is unpacked`, async () => {
      assert.deepEqual(pictureSize(await drawn(type)), { width: 321, height: 123 });
    });
  }

  test('A picture without loss or with alpha tells it, too', async () => {
    const image = sharp({ create: { width: 40, height: 30, channels: 4, background: '#0a6a' } });
    assert.deepEqual(pictureSize(await image.clone().webp({ lossless: true }).toBuffer()), { width: 40, height: 30 });
    assert.deepEqual(pictureSize(await image.clone().webp().toBuffer()), { width: 40, height: 30 });
  });

  test('What is no picture, or a torn one, tells nothing', () => {
    assert.equal(pictureSize(new TextEncoder().encode('%PDF-1.7 and more than thirty bytes of it')), undefined);
    assert.equal(pictureSize(new Uint8Array(12)), undefined);
    assert.equal(pictureSize(Uint8Array.of(0xff, 0xd8, ...new Array<number>(40).fill(0))), undefined);
  });
});
