import type { KeptAnswer } from './kept-answers.ts';

export const MINUTE_MS = 60_000;
const EVERY_MINUTES = 15;
const LEAST_POSTS_MINUTES = 5;
const MOST_POSTS_MINUTES = 60;
const MOST_BACKOFF_MS = 6 * 60 * MINUTE_MS;

/** Minutes between looks that nobody has named otherwise. */
export const everyMinutes = ({ every }: { readonly every?: number }): number => every ?? EVERY_MINUTES;

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** What a feed says itself, in minutes: `<ttl>` (RSS 2.0), `<sy:updatePeriod>` and `<sy:updateFrequency>`. */
function minutesOfFeed(bytes: Uint8Array): number {
  // It stands above the first item; names and numbers are ASCII in every encoding that feeds have.
  const head =
    Buffer.from(bytes.subarray(0, 65_536))
      .toString('latin1')
      .split(/<(?:item|entry)[\s>]/, 1)[0] ?? '';
  if (!head.includes('<')) return 0;
  const ttl = Number(/<ttl>\s*(\d{1,6})\s*<\/ttl>/i.exec(head)?.[1] ?? 0);
  const period = PERIODS[/<sy:updatePeriod>\s*([a-z]+)\s*</i.exec(head)?.[1]?.toLowerCase() ?? ''] ?? 0;
  const times = Number(/<sy:updateFrequency>\s*(\d{1,4})\s*</i.exec(head)?.[1] ?? 1);
  return Math.max(ttl, period / Math.max(1, times));
}

const minutesOfHeader = (cacheControl = ''): number =>
  Number(/(?:^|[\s,])max-age=(\d{1,9})/i.exec(cacheControl)?.[1] ?? 0) / 60;

/**
 * Minutes until a source of posts is looked at again: what the operator says, more where the source asks for more, and
 * 5 to 60 in any case.
 */
export function pauseOf(every: number, [first]: readonly KeptAnswer[]): number {
  const asked = first ? Math.max(minutesOfFeed(first.bytes), minutesOfHeader(first.headers['cache-control'])) : 0;
  return Math.round(Math.min(MOST_POSTS_MINUTES, Math.max(LEAST_POSTS_MINUTES, every, asked)));
}

/**
 * Milliseconds until the next try after `failures` failures in a row before this one: doubled each time up to six hours,
 * and never sooner than the source said (429 and 503 with `Retry-After`).
 *
 * @param random 0 to 1; spreads the tries
 * @param retryAfter seconds
 */
export function backoffOf(failures: number, random: number, retryAfter = 0): number {
  const doubled = MINUTE_MS * 2 ** Math.min(failures, 10) * (0.75 + random * 0.5);
  return Math.min(MOST_BACKOFF_MS, Math.max(doubled, retryAfter * 1000));
}
