import { openBackend, type OpenedBackend } from '../backend/open-backend.ts';
import type { SignInPage } from '../backend/ports.ts';

interface Shared {
  readonly opened: OpenedBackend;
  users: number;
}

const backends = new Map<string, Shared>();

/** The attributes that make a private backend. */
export interface PrivateSource {
  readonly src: string;
  readonly labels?: string | null;
  readonly timeZone?: string;
}

export const keyOfSource = ({ src, labels, timeZone }: PrivateSource): string =>
  JSON.stringify([src.trim(), labels, timeZone]);

/** Where there is no `<vr-backend>` to say how, the page goes to the source's sign-in page and comes back. */
const signIn = async (): Promise<SignInPage> =>
  (await import('./page-sign-in.ts')).createPageSignIn({ login: 'redirect' });

/** The backend of widgets that name the same source by themselves: a file is read once for all of them. */
export function takeBackend(source: PrivateSource): OpenedBackend {
  const key = keyOfSource(source);
  let shared = backends.get(key);
  if (!shared)
    backends.set(key, (shared = { opened: openBackend({ ...source, base: location.href, signIn }), users: 0 }));
  shared.users++;
  return shared.opened;
}

/** Each user gives it back once; the last one takes it from memory. */
export function giveBackend(source: PrivateSource): void {
  const key = keyOfSource(source);
  const shared = backends.get(key);
  if (shared && --shared.users === 0) backends.delete(key);
}
