import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { Me } from '../../model/account.ts';

export interface SenderContext {
  readonly words: SubmissionMessages;
  readonly me: Me | undefined;
  /** Strangers may submit here. */
  readonly anonymous: boolean;
  readonly maySignIn: boolean;
  /** Signing in was tried and did not succeed. */
  readonly failed: boolean;
  /** Organisation that a member of several has chosen. */
  readonly orgId: string;
  readonly onSignIn: () => void;
  readonly onSignOut: (() => void) | undefined;
}

/** As whom one submits, what that means, and how to change it. */
export function renderSender(context: SenderContext, full: boolean): TemplateResult {
  const { words, me, anonymous, maySignIn, failed, orgId, onSignIn, onSignOut } = context;
  const { sender } = words.submission;
  if (me && !me.anonymous) {
    const org =
      me.memberships?.find((each) => each.org.id === orgId)?.org ?? me.memberships?.[0]?.org ?? me.person?.org;
    return html`<p>${sender.as(me.person?.displayName ?? '', org?.name ?? '')} ${full ? sender.shown : nothing}</p>
      ${
        full && anonymous && onSignOut
          ? html`<p><button type="button" class="link" @click=${onSignOut}>${sender.signOut}</button></p>`
          : nothing
      }`;
  }
  const signIn = maySignIn
    ? html`<p class="sign-in">
        <span>${anonymous ? sender.signInInstead : sender.signInNeeded} ${sender.kept}</span>
        <button type="button" class="button" @click=${onSignIn}>${sender.signIn}</button>
      </p>`
    : nothing;
  return html`${
    anonymous
      ? html`<p><strong>${sender.anonymous}</strong> ${full ? sender.anonymousMeaning : nothing}</p>`
      : maySignIn
        ? nothing
        : html`<p>${sender.impossible}</p>`
  }
  ${signIn}
  <p role="status">${failed ? sender.signInFailed : nothing}</p>`;
}
