import { html, nothing, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import { copyText } from '../../internal/copy-text.ts';
import { ideaLink } from '../../internal/deep-link.ts';
import type { Idea } from '../../model/idea.ts';

export interface DoneContext {
  readonly words: SubmissionMessages;
  readonly idea: Idea;
  /** Of the private link. */
  readonly secret: string | undefined;
  readonly headingLevel: number;
  /** What was said of copying. */
  readonly copied: '' | 'copied' | 'failed';
  /** Address at which the idea is to be seen; undefined where it cannot be yet. */
  readonly address: string | undefined;
  readonly onCopied: (done: boolean) => void;
  readonly onOpen: (event: MouseEvent) => void;
  readonly onAnother: () => void;
}

/** It has arrived, and what happens now. */
export function renderDone(context: DoneContext): TemplateResult {
  const { words, idea, secret, headingLevel, address, onOpen, onAnother } = context;
  const { done } = words.submission;
  const submitted = idea.stage === 'submitted';
  const where = words.idea.stages.open;
  const seen = done.seenBy[idea.reach ?? 'within'];
  return html`<p>${done.thanks}</p>
    <p class="arrived"><strong>${idea.title}</strong></p>
    ${secret ? renderLink(context, secret) : nothing}
    <div class="sub-title" role="heading" aria-level=${headingLevel}>${done.nextTitle}</div>
    <ol class="next-steps">
      ${
        submitted
          ? html`<li>${done.reading(idea.orgs[0]?.name ?? '')}</li>
              <li>${secret ? done.questionByLink : done.questionByNews}</li>
              <li>${done.then(where)} ${seen}</li>`
          : html`<li>${done.openNow(words.idea.stages[idea.stage])} ${seen}</li>`
      }
    </ol>
    <p class="actions">
      ${address ? html`<a class="button" href=${address} @click=${onOpen}>${done.look}</a>` : nothing}
      <button type="button" class="button" @click=${onAnother}>${done.another}</button>
    </p>`;
}

function renderLink(context: DoneContext, secret: string): TemplateResult {
  const { words, idea, headingLevel, copied, onCopied } = context;
  const { done } = words.submission;
  const field = createRef<HTMLInputElement>();
  const link = ideaLink(idea.id, secret);
  const onCopy = (): void => {
    if (field.value) void copyText(link, field.value).then(onCopied);
  };
  return html`<div class="private">
    <div class="sub-title" role="heading" aria-level=${headingLevel}>${done.linkTitle}</div>
    <p>${done.linkMeaning} <strong>${done.linkOnce}</strong></p>
    <p class="copy">
      <label class="visually-hidden" for="private-link">${done.linkField}</label>
      <input ${ref(field)} id="private-link" type="text" readonly autocomplete="off" spellcheck="false" .value=${link} />
      <button type="button" class="button primary" @click=${onCopy}>${done.copy}</button>
    </p>
    <p role="status">${copied === 'copied' ? done.copied : copied === 'failed' ? done.copyFailed : ''}</p>
  </div>`;
}
