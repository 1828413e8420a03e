import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionMessages } from '../../i18n/de/idea-submission.ts';
import type { StorageKind } from '../../internal/device-store.ts';

export interface DraftNoteContext {
  readonly words: SubmissionMessages;
  /** What page and browser allow at most. */
  readonly storage: StorageKind;
  readonly remembered: boolean;
  readonly onRemember: (on: boolean) => void;
}

/** Where the draft is kept, and the wish to keep it longer. */
export function renderDraftNote({ words, storage, remembered, onRemember }: DraftNoteContext): TemplateResult {
  const { draft } = words.submission;
  if (storage === 'none') return html`${nothing}`;
  return html`<p>${remembered ? draft.local : draft.session}</p>
    ${
      storage === 'local'
        ? html`<label class="choice">
            <input
              type="checkbox"
              name="remember"
              aria-describedby="remember-hint"
              .checked=${remembered}
              @change=${(event: Event) => onRemember((event.target as HTMLInputElement).checked)}
            />
            <span class="choice-text"
              ><span>${draft.remember}</span><span class="hint" id="remember-hint">${draft.rememberHint}</span></span
            >
          </label>`
        : nothing
    }`;
}

/** A draft is back. */
export const renderRestored = (
  words: SubmissionMessages,
  afterSignIn: boolean,
  onDiscard: () => void,
): TemplateResult => {
  const { draft } = words.submission;
  return html`<div class="notice">
    <p role="status">${afterSignIn ? draft.afterSignIn : draft.restored}</p>
    <button type="button" class="link" @click=${onDiscard}>${draft.discard}</button>
  </div>`;
};

/** Another tab has gone on with the same draft. */
export const renderElsewhere = (words: SubmissionMessages, onAdopt: () => void, onKeep: () => void): TemplateResult => {
  const { draft } = words.submission;
  return html`<div class="notice">
    <p role="alert">${draft.otherTab}</p>
    <p class="actions">
      <button type="button" class="button" @click=${onAdopt}>${draft.takeOther}</button>
      <button type="button" class="button" @click=${onKeep}>${draft.keepMine}</button>
    </p>
  </div>`;
};

/** A link begins an idea while another one is being written. */
export const renderOffered = (
  words: SubmissionMessages,
  title: string,
  onChoose: (replace: boolean) => void,
): TemplateResult => {
  const { origin } = words.submission;
  return html`<div class="notice" id="offered" role="group" tabindex="-1" aria-label=${origin.ask(title)}>
    <p>${origin.ask(title)}</p>
    <p class="actions">
      <button type="button" class="button" @click=${() => onChoose(true)}>${origin.replace}</button>
      <button type="button" class="button" @click=${() => onChoose(false)}>${origin.keep}</button>
    </p>
  </div>`;
};

/** Which session of a camp the idea comes from. */
export const renderOrigin = (words: SubmissionMessages, title: string, onDetach: () => void): TemplateResult => {
  const { origin } = words.submission;
  return html`<div class="notice">
    <p>${origin.from(title)}</p>
    <button type="button" class="link" @click=${onDetach}>${origin.detach}</button>
  </div>`;
};
