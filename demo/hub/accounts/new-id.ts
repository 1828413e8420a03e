import { randomBytes } from 'node:crypto';

/** An opaque id that nobody can guess: 18 random bytes, 24 characters. */
export const newId = (): string => randomBytes(18).toString('base64url');
