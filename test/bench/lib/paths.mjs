import { fileURLToPath } from 'node:url';

/** The folder of the bench. */
export const here = fileURLToPath(new URL('..', import.meta.url));

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));
