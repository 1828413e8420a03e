import { DAY_MS } from '../../../src/model/plain-date.ts';

/** How far from its reading the dates of a source are taken. */
export const GATHERED_BACK_MS = 366 * DAY_MS;
export const GATHERED_AHEAD_MS = 2 * 366 * DAY_MS;
/** A copy that does not change is still read anew after this, so that its series reach further. */
export const REIMPORT_MS = 7 * DAY_MS;
