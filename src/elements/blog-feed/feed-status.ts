import '../shared/vr-status.define.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../backend/backend-error.ts';
import type { BlogFeedMessages } from '../../i18n/de/blog-feed.ts';
import { dateFormat } from '../../i18n/intl-cache.ts';
import type { Page } from '../../model/page.ts';

export interface FeedStatusContext {
  readonly words: BlogFeedMessages;
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
  readonly onRetry: () => void;
  readonly onReset: () => void;
  /** Absent where the reader may not write. */
  readonly onWrite: (() => void) | undefined;
  /** Absent where nobody can or need sign in. */
  readonly onSignIn: (() => void) | undefined;
}

/** Words for a reader who is signed in: made once, so that what was explained stays. */
const ofMembers = new WeakMap<BlogFeedMessages, BlogFeedMessages>();

function wordsOf(words: BlogFeedMessages, signedIn: boolean): BlogFeedMessages {
  if (!signedIn) return words;
  const made = ofMembers.get(words) ?? { ...words, failure: { ...words.failure, denied: words.feed.denied } };
  ofMembers.set(words, made);
  return made;
}

const PAPER = 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7';

/** How it stands with the posts, in words. */
export function renderStatus(context: FeedStatusContext): TemplateResult {
  const { words, locale, timeZone, filtered, signedIn, query, onWrite, onSignIn } = context;
  const { feed } = words;
  const { state, error, value, since, slow } = query;
  const kept = value?.problems.find(({ code }) => code === 'stale')?.since;
  const age = kept ? new Date(kept) : since;
  return html`<vr-status
      .state=${state}
      .error=${error}
      .problems=${value?.problems ?? []}
      .slow=${slow}
      .overContent=${value !== undefined}
      .since=${age ? clock(age, locale, timeZone) : ''}
      .emptyText=${filtered ? feed.notFound : onWrite ? feed.emptyWrite : feed.empty}
      .emptyIcon=${PAPER}
      .words=${wordsOf(words, signedIn)}
      @vr-status-retry=${context.onRetry}
      >${
        filtered
          ? html`<button type="button" class="button" @click=${context.onReset}>${feed.reset}</button>`
          : onWrite
            ? html`<button type="button" class="button primary" @click=${onWrite}>${feed.write}</button>`
            : nothing
      }</vr-status
    >
    ${
      error?.kind === 'denied' && onSignIn
        ? html`<p><button type="button" class="button primary" @click=${onSignIn}>${feed.signIn}</button></p>`
        : nothing
    }`;
}

/** The time of today, else the day with it: a copy may be some days old. */
function clock(at: Date, locale: string, timeZone: string): string {
  const day = dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone });
  const time = dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  return day.format(at) === day.format(new Date()) ? time : `${day.format(at)}, ${time}`;
}
