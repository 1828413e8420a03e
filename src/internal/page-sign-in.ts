import type { SignInPage } from '../backend/ports.ts';
import { forgetDrafts } from './device-store.ts';
import { onSecondChance } from './second-chance.ts';

/** How a reader signs in: the page goes there and comes back, a window does, or not from here. */
export const LOGIN_MODES = ['redirect', 'popup', 'none'] as const;
export type LoginMode = (typeof LOGIN_MODES)[number];

/** What the page says when a sign-in is needed: nothing, that it sees to it, or with which result it has. */
export interface PageAnswer {
  readonly prevented: boolean;
  readonly done: Promise<boolean> | undefined;
}

export interface PageSignInOptions {
  readonly login: LoginMode;
  /** Tells the page: a request was `refused`, or the reader has `asked` to sign in. */
  readonly ask?: (cause: 'refused' | 'asked') => PageAnswer;
}

/** Milliseconds between two looks whether the window is closed. */
const LOOK = 400;
/** Milliseconds between two questions who reads, however often the window gets the focus. */
const CALM = 15_000;
const WINDOW = 'popup,width=520,height=720';
const CHANNEL = 'vr.account';
/** A fragment that names what is open, and nothing else: whatever else stands there, a secret for one, stays here. */
const OPEN_ITEM =
  /^#vr-(?:(?:offers|contacts|peer-offers|peer-profile)$|(?:event|idea|new-impulse|peer|contact)=[\w.~%@:!'()*-]{1,300}$)/;

/** This page, as the sign-in page may know it. */
export function returnAddress({ href, hash }: Pick<Location, 'href' | 'hash'>): string {
  return href.split('#')[0]! + (OPEN_ITEM.test(hash) ? hash : '');
}

function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const url = new URL(address, location.href);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

async function goThere(address: Promise<string>): Promise<boolean> {
  location.assign(withParameters(await address, { return: returnAddress(location) }));
  return false;
}

/** Resolves when the window says that somebody has signed in (true), or is closed (perhaps). */
function untilDone(popup: Window, origin: string): Promise<void> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearInterval(timer);
      removeEventListener('message', onMessage);
      resolve();
    };
    const onMessage = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
      if (source !== popup || from !== origin) return;
      if ((data as { readonly type?: unknown } | null)?.type === 'vr-signed-in') finish();
    };
    // A policy of the sign-in page may cut the line between the windows: then it looks closed at once.
    const timer = setInterval(() => {
      if (popup.closed) finish();
    }, LOOK);
    addEventListener('message', onMessage);
  });
}

async function byWindow(address: Promise<string>): Promise<boolean> {
  // Empty at first: only at once, within the reader's click, may it be opened at all.
  const popup = open('', '', WINDOW);
  if (!popup) return goThere(address);
  try {
    const url = withParameters(await address, { popup: '1', origin: location.origin });
    popup.location.href = url;
    await untilDone(popup, new URL(url).origin);
    return true;
  } finally {
    popup.close();
  }
}

/** What a page does about signing in. */
export function createPageSignIn({ login, ask }: PageSignInOptions): SignInPage {
  let isOpen = false;

  const openPage = async (address: Promise<string>): Promise<boolean> => {
    // Whoever does not wait for the address must not be told of its failure as of a mistake.
    address.catch(() => undefined);
    const answer = ask?.('asked');
    if (answer?.done) return answer.done;
    if (answer?.prevented || isOpen) return false;
    isOpen = true;
    try {
      // A sign-in page inside a frame is what its policy forbids, and ought to.
      return await (login === 'popup' || window.top !== window ? byWindow(address) : goThere(address));
    } finally {
      isOpen = false;
    }
  };

  return {
    ...(login !== 'none' && { open: openPage }),

    required: async () => (await ask?.('refused').done) ?? false,

    watch(listener) {
      let last = performance.now();
      const now = (): void => {
        last = performance.now();
        listener();
      };
      const calmly = (): void => {
        if (performance.now() - last > CALM) now();
      };
      const onPageShow = ({ persisted }: PageTransitionEvent): void => {
        if (persisted) now();
      };
      const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(CHANNEL) : undefined;
      if (channel) channel.onmessage = now;
      const unhear = onSecondChance(calmly);
      addEventListener('pageshow', onPageShow);
      addEventListener('focus', calmly);
      return () => {
        channel?.close();
        unhear();
        removeEventListener('pageshow', onPageShow);
        removeEventListener('focus', calmly);
      };
    },

    changed(signedOut) {
      if (signedOut) forgetDrafts();
      if (typeof BroadcastChannel !== 'function') return;
      const channel = new BroadcastChannel(CHANNEL);
      channel.postMessage(null);
      channel.close();
    },
  };
}
