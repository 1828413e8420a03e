import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StyledElement } from '../../internal/styled-element.ts';
import type { BackendError } from '../../backend/backend-error.ts';
import { de, type Messages } from '../../i18n/de/words.ts';
import { explainFailure, type FailureExplanation } from '../../i18n/failure-help.ts';
import type { Problem } from '../../model/page.ts';
import { controls } from '../../styles/controls.styles.ts';
import { host } from '../../styles/host.styles.ts';
import { VrStatusRetryEvent } from './events.ts';
import { icon, ICONS } from './icons.ts';
import { statusStyles } from './vr-status.styles.ts';

/**
 * Says how it stands with what a widget shows: to the reader in one plain sentence, to the editor, on wish, with cause and
 * cure. It stands in a live region of its widget, so that a screen reader tells changes as they come.
 *
 * @summary Waiting, loading, ready, empty or failed, in words.
 * @status stable
 * @since 0.1
 *
 * @slot - what a reader can do when there is nothing to show
 *
 * @fires {VrStatusRetryEvent} vr-status-retry - the reader wants another try
 */
export class VrStatus extends StyledElement {
  static override styles = [host, controls, statusStyles];

  /** Where things stand. */
  @property({ attribute: false }) state: 'waiting' | 'loading' | 'ready' | 'empty' | 'failed' = 'loading';
  /** Why it failed. */
  @property({ attribute: false }) error: BackendError | undefined;
  /** What went wrong with parts of the answer. */
  @property({ attribute: false }) problems: readonly Problem[] = [];
  /** No answer for a while, though it is still awaited. */
  @property({ attribute: false }) slow = false;
  /** Whether older contents are on the page: then nothing takes their place. */
  @property({ attribute: false }) overContent = false;
  /** When the contents on the page arrived, in words; shown when they could not be refreshed. */
  @property({ attribute: false }) since = '';
  /** Sentence for `empty`. */
  @property({ attribute: false }) emptyText = '';
  /** Outline above it. */
  @property({ attribute: false }) emptyIcon: string = ICONS.empty;
  @property({ attribute: false }) words: Messages = de;

  @state() private explanation: FailureExplanation | undefined;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('error') || changed.has('words')) this.explanation = undefined;
  }

  /** Who has the help open gets it for the new failure, and in the new language, too. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!this.error || !(changed.has('error') || changed.has('words'))) return;
    if (this.renderRoot.querySelector<HTMLDetailsElement>('.help')?.open) this.#explain(this.error);
  }

  protected override render(): TemplateResult {
    return html`<div class="base ${this.state}">${this.#renderState()}</div>
      ${this.state === 'failed' && this.error ? this.#renderHelp(this.error) : nothing}`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const { status, common, failure } = this.words;
    switch (this.state) {
      case 'waiting':
        return html`<p>${status.waiting}</p>
          <p class="quiet">${status.waitingForEditors}</p>`;
      case 'loading':
        if (this.slow) return html`<p class="note">${status.slow}</p>`;
        return html`<p class="visually-hidden">${status.loading}</p>`;
      case 'empty':
        return html`<div class="place">
            ${icon(this.emptyIcon)}
            <p>${this.emptyText}</p>
            <slot></slot>
          </div>
          ${this.#renderProblems()}`;
      case 'failed':
        return html`<div class=${this.overContent ? 'note' : 'place'}>
          ${icon(this.error?.kind === 'offline' ? ICONS.cloud : ICONS.warning)}
          <p>
            ${failure[this.error?.kind ?? 'unknown']}
            ${this.overContent ? this.#renderSince() : nothing}
          </p>
          <button type="button" class="button" @click=${this.#onRetry}>${common.retry}</button>
          ${
            isBehindSignIn(this.error)
              ? html`<button type="button" class="button primary" @click=${() => location.reload()}>
                  ${common.reload}
                </button>`
              : nothing
          }
        </div>`;
      case 'ready':
        return this.#renderProblems();
    }
  }

  #renderSince(): TemplateResult | typeof nothing {
    return this.since ? html`<span class="since">${this.words.common.asOf(this.since)}</span>` : nothing;
  }

  #renderProblems(): TemplateResult | typeof nothing {
    const { status } = this.words;
    const dead = this.problems.filter((problem) => problem.code === 'source-failed');
    const unread = this.problems.filter((problem) => problem.code === 'invalid-item').length;
    const stale = this.problems.find((problem) => problem.code === 'stale');
    const limited = this.problems.some(({ code }) => code === 'limit-reached');
    if (dead.length === 0 && unread === 0 && !stale && !limited) return nothing;
    const names = dead.map((problem) => problem.source?.label).filter(Boolean);
    return html`<div class="note">
      ${icon(ICONS.warning)}
      <div>
        ${
          dead.length > 0
            ? html`<p>${names.length === dead.length ? status.partlyOf(names.join(', ')) : status.partly(dead.length)}</p>`
            : nothing
        }
        ${stale ? html`<p>${status.stale} ${this.#renderSince()}</p>` : nothing}
        ${limited ? html`<p>${status.limited}</p>` : nothing}
        ${unread > 0 ? html`<p>${status.unreadable(unread)}</p>` : nothing}
        <details>
          <summary>${this.words.common.forEditors}</summary>
          <ul>
            ${this.problems
              .slice(0, 20)
              .map(
                ({ source, line, detail, code }) =>
                  html`<li>${[source?.label ?? source?.id, line ? `${line}` : '', detail ?? code].filter(Boolean).join(' · ')}</li>`,
              )}
          </ul>
        </details>
      </div>
    </div>`;
  }

  #renderHelp(error: BackendError): TemplateResult {
    const { explanation } = this;
    return html`<details class="help" @toggle=${() => this.#explain(error)}>
      <summary>${this.words.common.forEditors}</summary>
      <dl>
        ${
          explanation
            ? html`<dt>${explanation.labels.cause}</dt>
              <dd>${explanation.cause}</dd>
              <dt>${explanation.labels.cure}</dt>
              <dd>${explanation.cure}</dd>
              ${
                explanation.address
                  ? html`<dt>${explanation.labels.address}</dt>
                    <dd class="address">${explanation.address}</dd>`
                  : nothing
              }
              <dt>${explanation.labels.technical}</dt>`
            : nothing
        }
        <dd class="technical" lang="en">${error.kind}: ${error.message}</dd>
      </dl>
    </details>`;
  }

  #onRetry(): void {
    this.dispatchEvent(new VrStatusRetryEvent());
  }

  #explain(error: BackendError): void {
    if (this.explanation) return;
    const { words } = this;
    explainFailure(error, words.lang, location.origin).then(
      (explanation) => {
        if (error === this.error && words === this.words) this.explanation = explanation;
      },
      // The words did not arrive, as the network is down too: the technical message stays.
      () => this.requestUpdate(),
    );
  }
}

/**
 * A sign-in page in place of data, from the server of this very page: an intranet whose sign-in is over. Loading the page
 * anew leads to it and back.
 */
const isBehindSignIn = ({ reason, status = 0, url = '' }: Partial<BackendError> = {}): boolean =>
  reason === 'sign-in' && status < 400 && URL.canParse(url) && new URL(url).origin === location.origin;
