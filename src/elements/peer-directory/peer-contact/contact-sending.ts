import { html, nothing, type TemplateResult } from 'lit';
import type { BackendError } from '../../../backend/backend-error.ts';
import type { PeerContactMessages } from '../../../i18n/de/peer-contact.ts';
import type { StorageKind } from '../../../internal/device-store.ts';
import { contactsLink } from '../../../internal/peer-link.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import type { ContactEntry } from './contact-orders.ts';
import { momentWords, type Clock } from './contact-words.ts';

export interface SendingContext {
  readonly words: PeerContactMessages;
  readonly clock: Clock;
  readonly entry: ContactEntry;
  readonly storage: StorageKind;
  readonly maySignIn: boolean;
  readonly onResend: () => void;
  readonly onSignIn: () => void;
  readonly onGiveUp: () => void;
  /** Back to the form, with what was typed. */
  readonly onEdit: () => void;
}

type Reason = keyof PeerContactMessages['request']['why'];
const CODES: readonly string[] = ['contact-paused', 'contact-capacity', 'contact-open', 'contact-blocked'];

/** The fields that the server does not take: the form itself says so. */
export const namesFields = (error: BackendError | undefined): boolean => {
  const faults = error?.problem?.['fieldErrors'];
  return Array.isArray(faults) && faults.length > 0;
};

/** Why a request was refused, as the words know it. */
export function refusal(error: BackendError | undefined): Reason {
  const code = error?.problem?.['code'];
  if (typeof code === 'string' && CODES.includes(code)) return code as Reason;
  return error?.kind === 'denied' || error?.kind === 'missing' ? error.kind : 'other';
}

/** When a failure was first looked at: from then on counts what the server asks to wait. */
const seen = new WeakMap<BackendError, number>();

/** Epoch milliseconds of the end of a wait that the server asked for; undefined for one that is not worth a word. */
function waitsUntil(error: BackendError | undefined): number | undefined {
  const seconds = error?.status === 429 ? (error.retryAfter ?? 0) : 0;
  if (!error || seconds < 60) return undefined;
  const from = seen.get(error) ?? Date.now();
  seen.set(error, from);
  return from + seconds * 1000;
}

/** What is said of a request on its way: where it is, as it is. */
export function sendingWords({
  words,
  clock,
  entry,
  storage,
}: Pick<SendingContext, 'words' | 'clock' | 'entry' | 'storage'>): TemplateResult {
  const { request: says } = words;
  switch (entry.state) {
    case 'waiting': {
      const until = waitsUntil(entry.error);
      const kept = { none: says.keepOpen, session: says.keptInTab, local: says.keptHere }[storage];
      const why =
        until !== undefined
          ? says.limited(momentWords(until, words, clock))
          : entry.error?.kind === 'offline'
            ? says.offline
            : says.away;
      return html`<p class="strong">${icon(ICONS.cloud)} ${says.waiting}</p>
        <p>${why} ${kept}</p>
        ${entry.doubtful ? html`<p>${says.doubtful}</p>` : nothing}`;
    }
    case 'needs-sign-in':
      return html`<p class="strong">${icon(ICONS.warning)} ${says.waiting}</p>
        <p>${says.needsSignIn}</p>`;
    case 'refused':
      return html`<p class="strong">${icon(ICONS.warning)} ${says.refused}</p>
        <p>${says.why[refusal(entry.error)](entry.input.name)} ${says.textStaysHere}</p>`;
    default:
      return html`<p>${says.sending}</p>`;
  }
}

/** What the writer can do about it. */
export function renderSendingActions(context: SendingContext): TemplateResult | typeof nothing {
  const { words, entry, maySignIn, onResend, onSignIn, onGiveUp, onEdit } = context;
  const { request: says, contact } = words;
  const button = (label: string, action: () => void, look = ''): TemplateResult =>
    html`<button type="button" class="button ${look}" @click=${action}>${label}</button>`;
  const toInbox = html`<a class="button quiet" href=${contactsLink()}>${contact.toInbox}</a>`;
  switch (entry.state) {
    case 'waiting':
      return html`<div class="row">
        ${button(says.resend, onResend, 'primary')} ${button(says.giveUp, onGiveUp, 'quiet')}
        ${entry.doubtful ? toInbox : nothing}
      </div>`;
    case 'needs-sign-in':
      return html`<div class="row">
        ${maySignIn ? button(says.logIn, onSignIn, 'primary') : button(says.resend, onResend, 'primary')}
        ${button(says.giveUp, onGiveUp, 'quiet')}
      </div>`;
    case 'refused': {
      const why = refusal(entry.error);
      return html`<div class="row">
        ${why === 'other' ? button(says.resend, onResend, 'primary') : nothing}
        ${why === 'contact-open' || why === 'contact-blocked' ? toInbox : nothing} ${button(says.edit, onEdit)}
      </div>`;
    }
    default:
      return nothing;
  }
}
