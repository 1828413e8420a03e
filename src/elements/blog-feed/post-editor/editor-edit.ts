import { html, nothing, type TemplateResult } from 'lit';
import type { AllowsImage } from '../../../internal/image-policy.ts';
import type { FormValues } from '../../../model/form-values.ts';
import type { VrFormInputEvent, VrFormSubmitEvent } from '../../shared/form/events.ts';
import { postForm, type PostFormContext } from './editor-form.ts';
import { renderPrefill } from './editor-parts.ts';
import { renderQuestion } from './editor-review.ts';
import type { EditorSource } from './editor-source.ts';
import type { EditorValues } from './editor-values.ts';

/** What the form stands in. */
export interface EditContext extends PostFormContext {
  readonly source: EditorSource;
  readonly form: EditorValues;
  /** Level of the headings within, 1 to 6. */
  readonly headingLevel: number;
  readonly said: string;
  /** Draws the preview while it is wanted. */
  readonly preview: unknown;
  readonly check: (values: FormValues) => Readonly<Record<string, string>>;
  readonly onSave: (values: FormValues) => void;
  readonly onCancel: () => void;
  readonly onDiscard: () => void;
  readonly onPreview: (open: boolean) => void;
}

/** The form, and how the post will be read. */
export function renderEdit(context: EditContext): TemplateResult {
  const { words, post, source, form, headingLevel, said, preview } = context;
  const { editor } = words;
  const { deeds, prefill, prefillFailed } = source;
  const spec = postForm(context);
  return html`
    ${post ? renderQuestion(post, context) : html`<p class="lead">${editor.intro}</p>`}
    ${post ? nothing : renderPrefill(prefill, prefillFailed, context)}
    ${
      form.restored
        ? html`<div class="note" role="status">
            <p>${editor.restored}</p>
            <button type="button" class="link" @click=${context.onDiscard}>${editor.discard}</button>
          </div>`
        : nothing
    }
    <vr-form
      .spec=${{ ...spec, key: `${spec.key} ${form.round}`, check: context.check }}
      .draft=${form.values}
      .busy=${deeds.isBusy('save')}
      .failure=${deeds.failureOf('save')}
      .headingLevel=${headingLevel}
      .words=${words}
      @vr-form-input=${({ detail }: VrFormInputEvent) => form.typed(detail.values)}
      @vr-form-submit=${({ detail }: VrFormSubmitEvent) => context.onSave(form.whole(detail.values))}
      @vr-form-cancel=${context.onCancel}
    ></vr-form>
    <div role="status">${said ? html`<p class="note">${said}</p>` : nothing}</div>
    <details
      class="preview"
      @toggle=${(toggle: Event) => context.onPreview((toggle.target as HTMLDetailsElement).open)}
    >
      <summary>${editor.preview}</summary>
      ${preview ? html`<div class="look">${preview}</div>` : nothing}
    </details>
  `;
}

export interface PicturesContext extends Pick<PostFormContext, 'words' | 'locale' | 'vocabulary'> {
  readonly form: EditorValues;
  readonly allowsImage: AllowsImage;
  /** Pictures that lack their words are told so. */
  readonly telling: boolean;
}

/** The control of the pictures. */
export const renderPictures = ({
  form: { pictures },
  words,
  locale,
  vocabulary,
  allowsImage,
  telling,
}: PicturesContext): TemplateResult =>
  html`<vr-post-pictures
    data-focus
    .list=${pictures}
    .items=${pictures.items}
    .checking=${pictures.checking}
    .limits=${vocabulary.images}
    .allowsImage=${allowsImage}
    .telling=${telling}
    .locale=${locale}
    .words=${words}
  ></vr-post-pictures>`;
