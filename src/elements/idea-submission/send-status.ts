import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { OutboxEntry } from '../../internal/outbox.ts';
import { icon, ICONS } from '../shared/icons.ts';

export interface SendStatusContext {
  readonly words: SubmissionMessages;
  /** Undefined while files are on their way first. */
  readonly entry: Pick<OutboxEntry, 'state' | 'error' | 'tries'> | undefined;
  /** Files are still being uploaded, or wait for the network. */
  readonly files: 'uploading' | 'waiting' | undefined;
  /** It survives a reload of the page. */
  readonly kept: boolean;
  readonly maySignIn: boolean;
  readonly onResend: () => void;
  /** Back to the form; absent where the idea may have arrived already. */
  readonly onEdit: (() => void) | undefined;
  readonly onSignIn: () => void;
  /** Loads what somebody else has changed, in place of one's own or (`false`) only to go over it. */
  readonly onReload: ((replace: boolean) => void) | undefined;
}

/** How it stands with what is being sent, as it is. */
export function renderSendStatus(context: SendStatusContext): TemplateResult {
  const { words, entry, files, kept, maySignIn, onResend, onEdit, onSignIn, onReload } = context;
  const { sending, sender } = words.submission;
  const state = entry?.state ?? (files === 'waiting' ? 'waiting' : 'sending');
  if (state === 'sending' || state === 'sent') {
    return html`<div class="status"><p role="status"><span class="spinner"></span>${sending.sending}</p></div>`;
  }
  const edit = onEdit ? html`<button type="button" class="button" @click=${onEdit}>${sending.edit}</button>` : nothing;
  if (state === 'waiting') {
    const busy = entry?.error?.kind === 'busy';
    return html`<div class="status note">
      <div role="status">
        <p><strong>${icon(ICONS.cloud)} ${sending.waiting}</strong></p>
        <p>${busy ? sending.busy : sending.waitingMeaning} ${kept ? sending.keptHere : sending.keepOpen}</p>
      </div>
      <p class="actions">
        <button type="button" class="button" @click=${onResend}>${sending.resend}</button> ${edit}
      </p>
    </div>`;
  }
  const conflict = entry?.error?.kind === 'conflict' && onReload;
  const denied = state === 'needs-sign-in' || entry?.error?.kind === 'denied';
  return html`<div class="status note wrong">
    <div role="alert">
      <p><strong>${icon(ICONS.warning)} ${sending.failed}</strong></p>
      <p>${conflict ? sending.conflict : denied ? sending.denied : sending.failedMeaning}</p>
    </div>
    <p class="actions">
      ${
        denied && maySignIn
          ? html`<button type="button" class="button primary" @click=${onSignIn}>${sender.signIn}</button>`
          : nothing
      }
      ${
        conflict
          ? html`<button type="button" class="button" @click=${() => onReload(false)}>${sending.overwrite}</button>
              <button type="button" class="button" @click=${() => onReload(true)}>${sending.reload}</button>`
          : html`<button type="button" class="button" @click=${onResend}>${sending.resend}</button>`
      }
      ${edit}
    </p>
  </div>`;
}
