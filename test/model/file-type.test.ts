import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileTypeOf, isPicture } from '../../src/model/file-type.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

describe('the type of a file by its first bytes', () => {
  const known: readonly (readonly [string, string | undefined])[] = [
    ['\x89PNG\r\n\x1a\n0000', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['RIFF0000WEBPVP8 ', 'image/webp'],
    ['\0\0\0 ftypavif', 'image/avif'],
    ['%PDF-1.7', 'application/pdf'],
    ['<svg xmlns="http', undefined],
    ['GIF89a', undefined],
    ['PK\x03\x04', undefined],
    ['<!doctype html>', undefined],
    ['', undefined],
  ];
  for (const [text, type] of known) {
    it(`${JSON.stringify(text)} is ${type ?? 'none that is taken'}`, () => assert.equal(fileTypeOf(bytes(text)), type));
  }

  it('knows pictures from other files', () => {
    assert.equal(isPicture('image/png'), true);
    assert.equal(isPicture('application/pdf'), false);
  });
});
