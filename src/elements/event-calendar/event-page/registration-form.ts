import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EventPageMessages } from '../../../i18n/de/event-page.ts';
import { EVENT_LIMITS } from '../../../model/event-input.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import type { RegistrationTexts } from './registration-draft.ts';

export interface FormContext {
  readonly words: EventPageMessages;
  readonly values: RegistrationTexts;
  /** What the button that sends says. */
  readonly submit: string;
  /** The reader has to sign in first: said before the button. */
  readonly stranger: boolean;
  /** Days that both texts are kept after the event, where the source says. */
  readonly keptDays: number | undefined;
  /** Sending was tried with what is too long. */
  readonly checked: boolean;
  readonly failure: string;
  readonly onInput: (values: RegistrationTexts) => void;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
}

const FIELDS = ['note', 'needs'] as const;

/** Fields whose text is too long. */
export const tooLong = (values: RegistrationTexts): readonly (keyof RegistrationTexts)[] =>
  FIELDS.filter((name) => countGraphemes(values[name]) > EVENT_LIMITS[name]);

/** The form of a registration: two texts that may stay empty, and who reads them. */
export function renderRegistrationForm(context: FormContext): TemplateResult {
  const { words, submit, stranger, keptDays, failure, onSubmit, onCancel } = context;
  const { register, page } = words;
  return html`<form
    class="panel plain"
    novalidate
    aria-labelledby="title"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    ${FIELDS.map((name) => renderArea(name, context))}
    <p class="quiet">${register.privacy} ${keptDays === undefined ? register.keptOpen : register.kept(keptDays)}</p>
    ${stranger ? html`<p class="text">${register.strangers} ${register.signInHint}</p>` : nothing}
    <div role="alert">${failure ? html`<p class="failure">${failure}</p>` : nothing}</div>
    <div class="row">
      <button type="submit" class="button primary">${submit}</button>
      <button type="button" class="button quiet" @click=${onCancel}>${page.cancel}</button>
    </div>
  </form>`;
}

function renderArea(name: keyof RegistrationTexts, { words, values, checked, onInput }: FormContext): TemplateResult {
  const { register } = words;
  const max = EVENT_LIMITS[name];
  const left = max - countGraphemes(values[name]);
  const wrong = checked && left < 0;
  return html`<div class="field">
    <label class="label" for=${name}>${register[name]}</label>
    <span class="hint" id="${name}-hint">${register[`${name}Hint`]}</span>
    ${wrong ? html`<span class="failure" id="${name}-wrong">${register.tooLong(max)}</span>` : nothing}
    <textarea
      id=${name}
      name=${name}
      rows="2"
      aria-describedby=${wrong ? `${name}-hint ${name}-wrong` : `${name}-hint`}
      aria-invalid=${wrong ? 'true' : nothing}
      .value=${live(values[name])}
      @input=${(event: Event) => onInput({ ...values, [name]: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    ${left < 100 ? html`<span class="hint">${register.left(left)}</span>` : nothing}
  </div>`;
}
