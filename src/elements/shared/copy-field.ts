import { html, nothing, type TemplateResult } from 'lit';
import { copyText } from '../../internal/copy-text.ts';
import { icon, ICONS } from './icons.ts';

/** How far copying came: by hand means that the field is shown, its text selected. */
export type Copied = 'no' | 'yes' | 'by-hand';

export interface CopyFieldContext {
  readonly copy: string;
  readonly label: string;
  readonly copied: string;
  readonly byHand: string;
  readonly text: string;
  readonly state: Copied;
  /** The field stands there from the beginning. */
  readonly shown?: boolean;
  readonly onCopied: (state: Copied) => void;
}

/** A button that copies a text, and the field from which it is copied where the browser lets no page do it. */
export function renderCopyField(context: CopyFieldContext): {
  readonly button: TemplateResult;
  readonly field: TemplateResult;
} {
  const { copy, label, copied, byHand, text, state, shown = false, onCopied } = context;
  const visible = shown || state === 'by-hand';
  const onClick = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    const field = (button.getRootNode() as ShadowRoot).querySelector<HTMLInputElement>('input[data-copy]');
    if (!field) return;
    const done = await copyText(text, field);
    // The old command leaves the selection in a field that nobody sees.
    if (done && !visible) button.focus();
    onCopied(done ? 'yes' : 'by-hand');
  };
  return {
    button: html`<button type="button" class="button" @click=${onClick}>${icon(ICONS.link)} ${copy}</button>`,
    field: html`<label class=${visible ? 'copy' : 'visually-hidden'}>
        <span class="label">${label}</span>
        <input data-copy readonly .value=${text} tabindex=${visible ? nothing : -1} />
      </label>
      <p class="quiet" role="status">${state === 'yes' ? copied : state === 'by-hand' ? byHand : nothing}</p>`,
  };
}
