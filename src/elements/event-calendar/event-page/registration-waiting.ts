import { html, nothing, type TemplateResult } from 'lit';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import type { StorageKind } from '../../../internal/device-store.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import type { RegistrationEntry } from './registration-orders.ts';

export interface WaitingContext {
  readonly words: EventPageMessages;
  readonly entry: RegistrationEntry;
  readonly storage: StorageKind;
  readonly maySignIn: boolean;
  readonly onResend: () => void;
  readonly onGiveUp: () => void;
  readonly onSignIn: () => void;
  /** Back to the form, with what was typed. */
  readonly onEdit: (() => void) | undefined;
}

type Reason = keyof EventPageMessages['sending']['why'];

/** Why an order was refused, as the words know it. */
export function refusal({ error }: Pick<RegistrationEntry, 'error'>): Reason {
  const code = error?.problem?.['code'];
  const known: readonly string[] = ['registration-closed', 'registration-not-open', 'event-over', 'event-cancelled'];
  if (typeof code === 'string' && known.includes(code)) return code as Reason;
  return error?.kind === 'denied' || error?.kind === 'missing' ? error.kind : 'other';
}

/** What is said of an order on its way: where it is, as it is. */
export function waitingWords({
  words,
  entry,
  storage,
}: Pick<WaitingContext, 'words' | 'entry' | 'storage'>): TemplateResult {
  const { sending } = words;
  const comes = entry.input.input !== undefined;
  switch (entry.state) {
    case 'waiting': {
      const kept = { none: sending.keepOpen, session: sending.keptInTab, local: sending.keptHere }[storage];
      return html`<p class="strong">
          ${icon(ICONS.cloud)} ${comes ? sending.waitingRegister : sending.waitingUnregister}
        </p>
        <p>
          ${entry.error?.kind === 'offline' ? sending.offline : sending.away} ${comes ? `${sending.notSure} ` : ''}${kept}
        </p>`;
    }
    case 'needs-sign-in':
      return html`<p class="strong">${icon(ICONS.warning)} ${comes ? sending.waitingRegister : sending.waitingUnregister}</p>
        <p>${sending.needsSignIn}</p>`;
    case 'refused':
      return html`<p class="strong">${icon(ICONS.warning)} ${comes ? sending.refused : sending.refusedUnregister}</p>
        <p>${sending.why[refusal(entry)]}</p>`;
    default:
      return html`<p>${comes ? sending.register : sending.unregister}</p>`;
  }
}

/** What the reader can do about an order on its way. */
export function renderWaitingActions(context: WaitingContext): TemplateResult | typeof nothing {
  const { words, entry, maySignIn, onResend, onGiveUp, onSignIn, onEdit } = context;
  const { sending } = words;
  const button = (label: string, action: () => void, look = 'button'): TemplateResult =>
    html`<button type="button" class=${look} @click=${action}>${label}</button>`;
  switch (entry.state) {
    case 'waiting':
      return html`<div class="row">
        ${button(sending.resend, onResend, 'button primary')} ${button(sending.giveUp, onGiveUp, 'button quiet')}
      </div>`;
    case 'needs-sign-in':
      return html`<div class="row">
        ${maySignIn ? button(sending.logIn, onSignIn, 'button primary') : button(sending.resend, onResend)}
        ${button(sending.giveUp, onGiveUp, 'button quiet')}
      </div>`;
    case 'refused':
      return html`<div class="row">
        ${onEdit && refusal(entry) === 'other' ? button(sending.edit, onEdit, 'button primary') : nothing}
        ${button(sending.understood, onGiveUp)}
      </div>`;
    default:
      return nothing;
  }
}
