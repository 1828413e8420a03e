import { html, nothing, type TemplateResult } from 'lit';
import { countGraphemes } from '../../model/graphemes.ts';
import { limitOfField, type IdeaFormError, type IdeaTextField } from '../../model/idea-form.ts';
import { icon, ICONS } from '../shared/icons.ts';
import { controlId, errorOf, errorText, type FormContext } from './form-context.ts';

export interface TextFieldOptions {
  /** Rows of a text of several lines; 1 for a line. */
  readonly rows?: number;
  readonly required?: boolean;
  readonly hint?: string;
  /** The label is the step's own question. */
  readonly hideOptional?: boolean;
}

const describedBy = (...ids: readonly (string | false | undefined)[]): string | typeof nothing =>
  ids.filter(Boolean).join(' ') || nothing;

/** The sentence of an error, at its field. */
export const renderError = (error: IdeaFormError | undefined, id: string, context: FormContext): TemplateResult =>
  html`${
    error
      ? html`<p class="error" id=${`${id}-error`}>
          ${icon(ICONS.warning)}
          <span
            ><span class="visually-hidden">${context.words.submission.errors.prefix}</span> ${errorText(
              error,
              context.words,
            )}</span
          >
        </p>`
      : nothing
  }`;

export const renderOptional = ({ words }: FormContext): TemplateResult =>
  html` <span class="optional">(${words.submission.optional})</span>`;

/** A labelled field of text with hint, error and counter. */
export function renderTextField(
  context: FormContext,
  field: IdeaTextField,
  { rows = 1, required = false, hint, hideOptional = false }: TextFieldOptions = {},
): TemplateResult {
  const { words, form, onChange } = context;
  const { submission } = words;
  const id = controlId(field);
  const error = errorOf(context, field);
  const limit = limitOfField(field);
  const used = countGraphemes(form[field].trim());
  const described = describedBy(hint && `${id}-hint`, error && `${id}-error`, `${id}-count`);
  const onInput = (event: InputEvent): void =>
    onChange({ [field]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  return html`<div class=${error ? 'field wrong' : 'field'}>
    <label for=${id}>${submission.fields[field]}${required || hideOptional ? nothing : renderOptional(context)}</label>
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing} ${renderError(error, id, context)}
    ${
      rows > 1
        ? html`<textarea
            id=${id}
            name=${field}
            rows=${rows}
            autocomplete="off"
            ?required=${required}
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${form[field]}
            @input=${onInput}
          ></textarea>`
        : html`<input
            id=${id}
            name=${field}
            type="text"
            inputmode="text"
            autocomplete="off"
            enterkeyhint="next"
            ?required=${required}
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby=${described}
            .value=${form[field]}
            @input=${onInput}
          />`
    }
    <p class=${used > limit ? 'count over' : 'count'} id=${`${id}-count`}>
      ${used > limit ? submission.over(used - limit) : submission.counter(used, limit)}
    </p>
  </div>`;
}

/** Characters left at which a screen reader is told; in between it is left in peace. */
const TOLD_AT = [50, 20, 10, 5, 0] as const;

/**
 * What to say of the characters that are left: only near the end, and only where a mark is passed. `before` and `after` are
 * the texts before and after a change.
 */
export function counterNews(
  field: IdeaTextField,
  before: string,
  after: string,
  { submission }: FormContext['words'],
): string | undefined {
  const limit = limitOfField(field);
  const mark = (text: string): number => {
    const left = limit - countGraphemes(text.trim());
    if (left < 0) return -1;
    if (left > limit / 10) return Infinity;
    return TOLD_AT.findLast((each) => each >= left) ?? Infinity;
  };
  const now = mark(after);
  if (now === Infinity || now === mark(before)) return undefined;
  const left = limit - countGraphemes(after.trim());
  return left < 0 ? submission.over(-left) : submission.left(left);
}
