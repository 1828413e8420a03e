import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { blockedByAddress } from '../../src/backend/blocked.ts';
import { retryAfterOf } from '../../src/backend/http-errors.ts';

describe('the reason why a browser hides an answer', () => {
  const rows: [url: string, page: string, reason: string | undefined][] = [
    ['http://api.stadt.example/', 'https://stadt.example/', 'mixed-content'],
    ['http://localhost:8080/', 'https://localhost/', undefined],
    ['https://10.1.2.3/', 'https://stadt.example/', 'local-network'],
    ['https://192.168.0.4/', 'https://stadt.example/', 'local-network'],
    ['https://172.31.0.4/', 'https://stadt.example/', 'local-network'],
    ['https://172.32.0.4/', 'https://stadt.example/', undefined],
    ['https://[fd00::1]/', 'https://stadt.example/', 'local-network'],
    ['https://kalender/', 'https://stadt.example/', 'local-network'],
    ['https://kalender.intranet/', 'https://stadt.example/', 'local-network'],
    ['https://kalender.intranet/', 'https://start.intranet/', undefined],
    ['http://10.1.2.3/', 'http://10.1.2.4/', undefined],
    ['https://other.example/', 'https://stadt.example/', undefined],
  ];
  for (const [url, page, reason] of rows)
    it(`from ${page} to ${url} is ${reason ?? 'not told by the addresses'}`, () => {
      assert.equal(blockedByAddress(url, page), reason);
    });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const rows: [string, number | undefined][] = [
    ['120', 120],
    ['Sun, 01 Mar 2026 12:01:30 GMT', 90],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
  ];
  for (const [text, seconds] of rows)
    it(`"${text}" is ${seconds} seconds`, () => {
      assert.equal(retryAfterOf(new Headers({ 'retry-after': text }), now), seconds);
    });
});
