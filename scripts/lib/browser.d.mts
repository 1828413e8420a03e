/** Path of a Chromium, or undefined; `CHROME_PATH` wins. `whole`: one that can open windows, and keeps pages left. */
export function findChromium(whole?: boolean): string | undefined;
/** Path of a Chromium, installed where this machine lets us. */
export function ensureChromium(): string;
/** For set-ups: the lightest Chromium that this machine lets us install, else any. */
export function installChromium(): string;
/** Arguments for a Chromium that runs as root, in a container, and makes no calls to its maker. */
export const chromiumArgs: string[];
/** The same for pages that live for a second; not where time is measured. */
export const shortLivedArgs: string[];
