import '../shared/vr-status.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.ts';
import { dateFormat } from '../../i18n/intl-cache.ts';
import type { PeerDirectoryMessages } from '../../i18n/de/peer-directory.ts';
import type { Page } from '../../model/page.ts';

export interface DirectoryStatusContext {
  readonly words: PeerDirectoryMessages;
  readonly locale: string;
  readonly timeZone: string;
  readonly filtered: boolean;
  /** Somebody is signed in. */
  readonly signedIn: boolean;
  readonly query: {
    readonly state: 'waiting' | 'loading' | 'ready' | 'empty' | 'failed';
    readonly error: BackendError | undefined;
    readonly value: Page<unknown> | undefined;
    readonly since: Date | undefined;
    readonly slow: boolean;
  };
  /** Where the reader's own entry is. */
  readonly profile: string | undefined;
  readonly onRetry: () => void;
  readonly onReset: () => void;
  /** Leads to the board, where what is sought can be posted; absent where there is none. */
  readonly onSeek: (() => void) | undefined;
  readonly onSignIn: (() => void) | undefined;
}

const PEOPLE = 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21a7 7 0 0 1 14 0M16 4a4 4 0 0 1 0 7M18 14.500a7 7 0 0 1 4 6.500';

/** How it stands with the people, in words. */
export function renderStatus(context: DirectoryStatusContext): TemplateResult {
  const { words, filtered, query, profile } = context;
  const { directory } = words;
  const { state, error, value, since, slow } = query;
  const kept = value?.problems.find(({ code }) => code === 'stale')?.since;
  const age = kept ? new Date(kept) : since;
  return html`<vr-status
      .state=${state}
      .error=${error}
      .problems=${value?.problems ?? []}
      .slow=${slow}
      .overContent=${value !== undefined}
      .since=${age ? clock(age, context) : ''}
      .emptyText=${filtered ? directory.notFound : profile ? directory.empty : directory.emptyBare}
      .emptyIcon=${PEOPLE}
      .words=${failureWords(context)}
      @vr-status-retry=${context.onRetry}
      >${renderWays(context)}</vr-status
    >
    ${
      error?.kind === 'denied' && context.onSignIn
        ? html`<p class="ways">
            <button type="button" class="button primary" @click=${context.onSignIn}>${directory.signIn}</button>
          </p>`
        : nothing
    }`;
}

/** What a reader can do where nobody is. */
function renderWays({
  words: { directory },
  filtered,
  profile,
  onReset,
  onSeek,
}: DirectoryStatusContext): TemplateResult | typeof nothing {
  if (!filtered)
    return profile ? html`<a class="button primary" href=${profile}>${directory.enterYourself}</a>` : nothing;
  return html`<div class="ways">
    <button type="button" class="button" @click=${onReset}>${directory.reset}</button>
    ${onSeek ? html`<button type="button" class="button quiet" @click=${onSeek}>${directory.seekInstead}</button>` : nothing}
  </div>`;
}

const clock = (at: Date, { locale, timeZone }: DirectoryStatusContext): string =>
  dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at);

/** What was told of a failure: the time that it names stays, however often it is drawn. */
const told = new WeakMap<BackendError, { readonly of: PeerDirectoryMessages; readonly words: PeerDirectoryMessages }>();

/** Why nobody is shown, as it is with people: a limit against walking through all of them, a directory of members only. */
function failureWords(context: DirectoryStatusContext): PeerDirectoryMessages {
  const { words, signedIn, query } = context;
  const { error } = query;
  if (!error) return words;
  const before = told.get(error);
  if (before?.of === words) return before.words;
  const { directory, failure } = words;
  const denied = signedIn ? directory.denied : directory.strangerDenied;
  const busy =
    error.status !== 429
      ? failure.busy
      : error.retryAfter
        ? directory.limited(clock(new Date(Date.now() + error.retryAfter * 1000), context))
        : directory.limitedSoon;
  const made = { ...words, failure: { ...failure, denied, busy } };
  told.set(error, { of: words, words: made });
  return made;
}
