import { crc32, deflateSync } from 'node:zlib';
import type { CleanImage } from '../../uploads/image.ts';
import type { SeedBars } from './seed-post.ts';

const WIDTH = 720;
const HEIGHT = 480;
/** Where the bars stand, and how high the highest is. */
const GROUND = 420;
const HIGHEST = 310;
const BAR = 110;
/** Between the two bars of a pair. */
const GAP = 20;
/** Edge of one dot of a digit. */
const DOT = 8;

const PALETTE = Buffer.from('ffffff333d478a949e0b5cad', 'hex');
const INK = 1;
const BEFORE = 2;
const AFTER = 3;

/** Digits as five rows of three dots, so that no font has to be there; a row is a number of three bits. */
const DIGITS = ['75557', '26227', '71747', '71717', '55711', '74717', '74757', '71111', '75757', '75717'] as const;

function fill(pixels: Buffer, [x, y, width, height]: readonly [number, number, number, number], colour: number): void {
  for (let row = y; row < y + height; row += 1) {
    // Each row begins with the byte that says how it is packed.
    const start = row * (WIDTH + 1) + 1 + x;
    pixels.fill(colour, start, start + width);
  }
}

/** Writes a whole number with its middle at `x` and its feet at `y`. */
function writeNumber(pixels: Buffer, value: number, x: number, y: number): void {
  const digits = [...String(Math.round(value))];
  const left = x - Math.floor((digits.length * 4 - 1) * DOT * 0.5);
  digits.forEach((digit, place) => {
    [...(DIGITS[Number(digit)] ?? '')].forEach((dots, row) => {
      for (let column = 0; column < 3; column += 1) {
        if ((Number(dots) & (4 >> column)) === 0) continue;
        fill(pixels, [left + (place * 4 + column) * DOT, y - (5 - row) * DOT, DOT, DOT], INK);
      }
    });
  });
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

function toPng(pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits a pixel, each the place of a colour in the palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('PLTE', PALETTE),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Pairs of bars as PNG: grey before, blue after, the number above each; every pair has a scale of its own. */
export function drawChart(pairs: readonly SeedBars[]): CleanImage {
  const pixels = Buffer.alloc((WIDTH + 1) * HEIGHT);
  const room = Math.floor(WIDTH / pairs.length);
  pairs.forEach(({ before, after }, index) => {
    const most = Math.max(before, after, 1);
    const left = index * room + Math.floor((room - 2 * BAR - GAP) / 2);
    const bars = [
      [before, left, BEFORE],
      [after, left + BAR + GAP, AFTER],
    ] as const;
    for (const [value, x, colour] of bars) {
      const height = Math.round((value / most) * HIGHEST);
      fill(pixels, [x, GROUND - height, BAR, height], colour);
      writeNumber(pixels, value, x + BAR / 2, GROUND - height - DOT * 2);
    }
    fill(pixels, [left - GAP, GROUND, 2 * BAR + 3 * GAP, 4], INK);
  });
  return { bytes: toPng(pixels), width: WIDTH, height: HEIGHT };
}
