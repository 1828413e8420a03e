import { html, nothing, type TemplateResult } from 'lit';
import type { IdeaVocabulary } from '../../backend/ports.ts';
import { isPicture } from '../../model/file-type.ts';
import { icon, ICONS } from '../shared/icons.ts';
import type { AttachmentItem, AttachmentList, Refusal } from './attachment-list.ts';
import { renderError, renderOptional } from './fields.ts';
import { controlId, errorOf, type FormContext } from './form-context.ts';

export interface AttachmentFieldsContext extends FormContext {
  readonly files: AttachmentList;
  readonly limits: IdeaVocabulary['attachments'];
  /** Says something that is not shown. */
  readonly announce: (text: string) => void;
}

const FILE_ICON = 'M7 3h7l4 4v14H7zM14 3v4h4';

const sizeOf = (bytes: number, { words, locale }: FormContext): string =>
  words.submission.attachments.size(
    new Intl.NumberFormat(locale, { maximumFractionDigits: bytes < 1_000_000 ? 2 : 1 }).format(
      Math.max(0.01, bytes / 1_000_000),
    ),
  );

const typesOf = ({ words, limits }: AttachmentFieldsContext): string =>
  limits.mediaTypes.map((type) => words.submission.attachments.types[type] ?? type).join(', ');

/** Files chosen, dropped or pasted; each with its state, pictures with the words that describe them. */
export function renderAttachments(context: AttachmentFieldsContext): TemplateResult {
  const { words, files, limits } = context;
  const { attachments } = words.submission;
  const id = controlId('attachments');
  const full = files.items.length >= limits.files;
  return html`<fieldset class="field" aria-describedby=${`${id}-hint`}>
    <legend>${words.submission.fields.attachments}${renderOptional(context)}</legend>
    <p class="hint" id=${`${id}-hint`}>
      ${attachments.hint(limits.files, sizeOf(limits.bytes, context), typesOf(context))}
    </p>
    ${
      files.items.length > 0
        ? html`<ul class="files">
            ${files.items.map((item) => renderItem(item, context))}
          </ul>`
        : nothing
    }
    <div role="alert">
      ${files.refused.map(
        ({ name, refusal }) =>
          html`<p class="error">${icon(ICONS.warning)}<span>${refusalText(name, refusal, context)}</span></p>`,
      )}
    </div>
    ${full ? nothing : renderPicker(context, id)}
  </fieldset>`;
}

function renderPicker({ words, files, limits }: AttachmentFieldsContext, id: string): TemplateResult {
  const { attachments } = words.submission;
  const onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.toggle('over', event.type === 'dragover');
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.remove('over');
    void files.add([...(event.dataTransfer?.files ?? [])]);
  };
  const onChoose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const chosen = [...(input.files ?? [])];
    // The same file can be chosen again after it was removed.
    input.value = '';
    void files.add(chosen);
  };
  return html`<div class="drop" @dragover=${onDrag} @dragleave=${onDrag} @drop=${onDrop}>
    <label class="button picker">
      <input
        class="visually-hidden"
        type="file"
        id=${id}
        name="attachments"
        ?multiple=${limits.files > 1}
        accept=${limits.mediaTypes.join(',')}
        aria-describedby=${`${id}-hint`}
        @change=${onChoose}
      />
      ${attachments.add}
    </label>
    <span class="hint">${files.checking ? attachments.checking : attachments.drop}</span>
  </div>`;
}

function renderItem(item: AttachmentItem, context: AttachmentFieldsContext): TemplateResult {
  const { words, files, announce } = context;
  const { attachments } = words.submission;
  const { key, name, state, mediaType, bytes, thumbnail, share } = item;
  const busy = state === 'uploading' || state === 'waiting';
  const onRemove = (): void => {
    files.remove(key);
    announce(attachments.removed(name));
  };
  return html`<li class="file" aria-label=${name}>
    <span class="thumbnail">${thumbnail ?? icon(FILE_ICON)}</span>
    <div class="file-text">
      <p class="file-name">${name}</p>
      <p class="hint">${attachments.types[mediaType] ?? mediaType}, ${sizeOf(bytes, context)}</p>
      ${isPicture(mediaType) ? renderAlt(item, context) : nothing}
      <p class="file-state" role="status">${stateText(item, context)}</p>
      ${
        state === 'uploading'
          ? html`<progress max="100" value=${Math.round(share * 100)} aria-label=${attachments.progress(name)}></progress>`
          : nothing
      }
    </div>
    <div class="file-actions">
      ${
        state === 'waiting'
          ? html`<button type="button" class="link" @click=${() => files.retry(key)}>
              ${words.common.retry}<span class="visually-hidden">: ${name}</span>
            </button>`
          : nothing
      }
      <button
        type="button"
        class="button icon quiet"
        aria-label=${busy ? attachments.cancel(name) : attachments.remove(name)}
        title=${busy ? attachments.cancel(name) : attachments.remove(name)}
        @click=${onRemove}
      >
        ${icon(ICONS.close)}
      </button>
    </div>
  </li>`;
}

function renderAlt(item: AttachmentItem, context: AttachmentFieldsContext): TemplateResult {
  const { words, files } = context;
  const { attachments } = words.submission;
  const { key, alt, file } = item;
  const id = controlId('attachments', key);
  const error = errorOf(context, 'attachments', key);
  // What the server has cannot be described anew: without the file it could not be sent again.
  if (!file) return html`<p>${alt}</p>`;
  return html`<div class=${error ? 'alt wrong' : 'alt'}>
    <label for=${id}>${attachments.alt}</label>
    <p class="hint" id=${`${id}-hint`}>${attachments.altHint}</p>
    ${error?.code === 'required' || error?.code === 'too-long' ? renderError(error, id, context) : nothing}
    <input
      id=${id}
      type="text"
      autocomplete="off"
      required
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${`${id}-hint${error ? ` ${id}-error` : ''}`}
      .value=${alt}
      @input=${(event: InputEvent) => files.describe(key, (event.target as HTMLInputElement).value)}
      @change=${() => files.left(key)}
    />
  </div>`;
}

function stateText(item: AttachmentItem, context: AttachmentFieldsContext): string {
  const { attachments } = context.words.submission;
  switch (item.state) {
    case 'needs-alt':
      return item.alt.trim() ? '' : attachments.needsAlt;
    case 'uploading':
      return attachments.uploading;
    case 'waiting':
      return attachments.failed;
    case 'ready':
      return attachments.ready;
    case 'refused':
      return refusalText(item.name, item.refusal ?? 'unreadable', context);
  }
}

/** Why a file was not taken, and what would be. */
export function refusalText(name: string, refusal: Refusal, context: AttachmentFieldsContext): string {
  const { attachments } = context.words.submission;
  const { limits } = context;
  switch (refusal) {
    case 'too-large':
      return attachments.tooLarge(name, sizeOf(limits.bytes, context));
    case 'too-many':
      return attachments.tooMany(name, limits.files);
    case 'wrong-type':
      return attachments.wrongType(name, typesOf(context));
    case 'empty':
      return attachments.empty(name);
    case 'denied':
      return attachments.denied(name);
    case 'unreadable':
      return attachments.unreadable(name);
  }
}
