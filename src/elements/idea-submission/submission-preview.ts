import { html, nothing, type TemplateResult } from 'lit';
import type { OrgRef } from '../../model/common.ts';
import { stepOfField, type IdeaFormField, type IdeaFormStep } from '../../model/idea-form.ts';
import { isPicture } from '../../model/file-type.ts';
import type { AttachmentItem } from './attachment-list.ts';
import type { FormContext } from './form-context.ts';

export interface PreviewContext extends FormContext {
  readonly orgs: readonly (OrgRef & { readonly id: string })[];
  readonly files: readonly AttachmentItem[];
  /** It is on its way: nothing can be changed now. */
  readonly locked: boolean;
  readonly sender: TemplateResult | typeof nothing;
  readonly onEdit: (step: IdeaFormStep) => void;
}

/** Everything once more, as others will read it, with a way back to each part. */
export function renderPreview(context: PreviewContext): TemplateResult {
  const { words, form, shown, vocabulary, orgs, files, sender, headingLevel } = context;
  const { fields, preview } = words.submission;
  const language = words.lang === 'en' ? 'en' : 'de';
  const topics = form.topicIds.map((id) => {
    const topic = vocabulary?.topics.find((each) => each.id === id);
    return topic?.label[language] ?? topic?.label.de ?? id;
  });
  const needs = form.needs.map(({ kind, text }) => [words.idea.help[kind], text.trim()].filter(Boolean).join(': '));
  const values: Readonly<Record<IdeaFormField, string | readonly string[]>> = {
    ...form,
    orgId: orgs.length > 1 ? (orgs.find(({ id }) => id === form.orgId)?.name ?? '') : '',
    reach: form.reach ? words.idea.reaches[form.reach] : '',
    topicIds: topics,
    needs,
    attachments: files.map(({ name, mediaType, alt }) => (isPicture(mediaType) && alt ? `${name}: ${alt}` : name)),
  };
  const rows = (Object.keys(fields) as IdeaFormField[]).filter(
    (field) => shown.has(field) && (field !== 'orgId' || values.orgId !== ''),
  );
  return html`<dl class="preview">
      ${rows.map((field) => renderRow(field, values[field], context))}
    </dl>
    ${
      sender === nothing
        ? nothing
        : html`<div class="sender">
            <div class="sender-title" role="heading" aria-level=${headingLevel}>${preview.sender}</div>
            ${sender}
          </div>`
    }`;
}

function renderRow(field: IdeaFormField, value: string | readonly string[], context: PreviewContext): TemplateResult {
  const { words, locked, onEdit } = context;
  const { preview } = words.submission;
  const step = stepOfField(field);
  const text = typeof value === 'string' ? value.trim() : value;
  return html`<div>
    <dt>${preview.fields[field]}</dt>
    <dd>
      ${
        text.length === 0
          ? html`<span class="hint">${preview.nothing}</span>`
          : typeof text === 'string'
            ? html`<p class="written">${text}</p>`
            : html`<ul>
                ${text.map((each) => html`<li>${each}</li>`)}
              </ul>`
      }
    </dd>
    ${
      locked || !step
        ? nothing
        : html`<dd class="change">
            <button type="button" class="link" aria-label=${preview.changeField(preview.fields[field])} @click=${() => onEdit(step)}>
              ${preview.change}
            </button>
          </dd>`
    }
  </div>`;
}
