import { waitUntil as patiently } from '@open-wc/testing';

/** Longer than any browser on busy cores takes; the library gives up after a second. */
const TIMEOUT = 8000;

/** Waits until something is so. */
export const waitUntil = (
  isSo: Parameters<typeof patiently>[0],
  message?: string,
  options: Parameters<typeof patiently>[2] = {},
): Promise<void> => patiently(isSo, message, { timeout: TIMEOUT, ...options });
