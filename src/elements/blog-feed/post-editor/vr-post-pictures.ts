import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PostVocabulary } from '../../../backend/ports.ts';
import { de, type PictureRefusal, type PostEditorMessages } from '../../../i18n/de/post-editor.ts';
import type { AllowsImage } from '../../../internal/image-policy.ts';
import { StyledElement } from '../../../internal/styled-element.ts';
import { countGraphemes } from '../../../model/graphemes.ts';
import { POST_LIMITS } from '../../../model/post.ts';
import { controls } from '../../../styles/controls.styles.ts';
import { fields } from '../../../styles/fields.styles.ts';
import { host } from '../../../styles/host.styles.ts';
import { icon, ICONS } from '../../shared/icons.ts';
import type { PictureItem, PictureList } from './picture-list.ts';
import { picturesStyles } from './vr-post-pictures.styles.ts';

const PICTURE = 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500v.01';

const isWordless = ({ alt, isDecoration }: PictureItem): boolean => !isDecoration && alt.trim() === '';
const isLong = ({ alt }: PictureItem): boolean => countGraphemes(alt.trim()) > POST_LIMITS.alt;

/**
 * The pictures of a post in its form: chosen, dropped, described, in their order.
 *
 * @summary Chooses and describes the pictures of a post.
 * @status stable
 * @since 0.4
 */
export class VrPostPictures extends StyledElement {
  static override styles = [host, controls, fields, picturesStyles];

  @property({ attribute: false }) list: PictureList | undefined;
  /** A new array with every change: the list itself stays. */
  @property({ attribute: false }) items: readonly PictureItem[] = [];
  @property({ attribute: false }) checking = false;
  @property({ attribute: false }) limits: PostVocabulary['images'] | undefined;
  @property({ attribute: false }) allowsImage: AllowsImage = () => true;
  /** What is missing is told at each picture. */
  @property({ attribute: false }) telling = false;
  @property({ attribute: false }) locale = 'de-DE';
  @property({ attribute: false }) words: PostEditorMessages = de;

  @state() private said = '';

  /** Puts the focus on the first picture that lacks its words, or on the button that adds one. */
  override focus(options?: FocusOptions): void {
    const { key } = this.items.find((item) => isWordless(item) || isLong(item)) ?? {};
    const wanted = key ? `[id="alt-${key}"]` : '.remove, .picker input';
    this.renderRoot.querySelector<HTMLElement>(wanted)?.focus(options);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { list, items, limits, words } = this;
    const { pictures } = words.editor;
    if (!list || !limits) return nothing;
    return html`<div class="base"><p class="hint" id="hint">${pictures.hint(limits.files, this.#size(limits.bytes), this.#types())}</p>
      ${
        items.length > 0
          ? html`<ul class="files" role="list">
              ${items.map((item, index) => this.#renderItem(item, index, list))}
            </ul>`
          : nothing
      }
      <div role="alert">
        ${list.refused.map(
          ({ name, refusal }) =>
            html`<p class="error">${icon(ICONS.warning)}<span>${this.#refusal(name, refusal)}</span></p>`,
        )}
      </div>
      ${items.length < limits.files ? this.#renderPicker(list) : nothing}
      <p class="visually-hidden" role="status">${this.said}</p></div>`;
  }

  #renderPicker(list: PictureList): TemplateResult {
    const { pictures } = this.words.editor;
    const onDrag = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      (event.currentTarget as HTMLElement).classList.toggle('over', event.type === 'dragover');
    };
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      (event.currentTarget as HTMLElement).classList.remove('over');
      void list.add([...(event.dataTransfer?.files ?? [])]);
    };
    const onChoose = (event: Event): void => {
      const input = event.target as HTMLInputElement;
      const chosen = [...(input.files ?? [])];
      // The same file can be chosen again after it was removed.
      input.value = '';
      void list.add(chosen);
    };
    return html`<div class="drop" @dragover=${onDrag} @dragleave=${onDrag} @drop=${onDrop}>
      <label class="button picker">
        <input
          class="visually-hidden"
          type="file"
          multiple
          accept=${this.limits?.mediaTypes.join(',') ?? ''}
          aria-describedby="hint"
          @change=${onChoose}
        />
        ${pictures.add}
      </label>
      <span class="hint">${this.checking ? pictures.checking : pictures.drop}</span>
    </div>`;
  }

  #renderItem(item: PictureItem, index: number, list: PictureList): TemplateResult {
    const { words, telling, allowsImage } = this;
    const { pictures } = words.editor;
    const { key, alt, isDecoration, state: stands, share, url, thumbnail } = item;
    const name = item.name || pictures.stored(index + 1);
    const lacks = telling && isWordless(item);
    const error = isLong(item) ? pictures.altTooLong(POST_LIMITS.alt) : lacks ? pictures.needsAlt : '';
    const isShown = !thumbnail && url !== '' && allowsImage(url);
    return html`<li class="file" aria-label=${name}>
      <span class="thumbnail"
        >${thumbnail ?? (isShown ? html`<img src=${url} alt="" decoding="async" referrerpolicy="no-referrer" />` : icon(PICTURE))}</span
      >
      <div class="file-text">
        <p class="file-name">${name}${index === 0 ? html` <span class="first">${pictures.isFirst}</span>` : nothing}</p>
        <div class="alt" ?hidden=${isDecoration}>
          <label for="alt-${key}">${pictures.alt}</label>
          <p class="hint" id="hint-${key}">${pictures.altHint}</p>
          ${error ? html`<p class="error" id="error-${key}">${error}</p>` : nothing}
          <input
            id="alt-${key}"
            type="text"
            autocomplete="off"
            required
            aria-invalid=${error ? 'true' : 'false'}
            aria-describedby="hint-${key}${error ? ` error-${key}` : ''}"
            .value=${alt}
            @input=${(event: InputEvent) => list.describe(key, (event.target as HTMLInputElement).value)}
          />
        </div>
        <label class="choice"
          ><input
            type="checkbox"
            .checked=${isDecoration}
            @change=${(event: Event) => list.decorate(key, (event.target as HTMLInputElement).checked)}
          /><span>${pictures.decoration}</span></label
        >
        <p class="file-state" role="status">${this.#stand(item)}</p>
        ${
          stands === 'uploading'
            ? html`<progress max="100" value=${Math.round(share * 100)} aria-label=${pictures.progress(name)}></progress>`
            : nothing
        }
        <div class="file-actions">
          ${
            stands === 'waiting'
              ? html`<button type="button" class="link" @click=${() => list.retry(key)}>
                  ${words.common.retry}<span class="visually-hidden">: ${name}</span>
                </button>`
              : nothing
          }
          ${
            index > 0
              ? html`<button type="button" class="link" aria-label=${pictures.makeFirstOf(name)} @click=${() => this.#lead(list, key)}>
                  ${pictures.makeFirst}
                </button>`
              : nothing
          }
        </div>
      </div>
      <button
        type="button"
        class="button icon quiet remove"
        aria-label=${pictures.remove(name)}
        title=${pictures.remove(name)}
        @click=${() => this.#remove(list, key, name)}
      >
        ${icon(ICONS.close)}
      </button>
    </li>`;
  }

  #lead(list: PictureList, key: string): void {
    list.makeFirst(key);
    this.#focusSoon('.remove');
  }

  #remove(list: PictureList, key: string, name: string): void {
    list.remove(key);
    this.said = this.words.editor.pictures.removed(name);
    this.#focusSoon('.picker input');
  }

  #focusSoon(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #stand({ state: stands, refusal, name }: PictureItem): string {
    const { pictures } = this.words.editor;
    if (stands === 'uploading') return pictures.uploading;
    if (stands === 'waiting') return pictures.failed;
    if (stands === 'refused') return this.#refusal(name, refusal ?? 'unreadable');
    return name ? pictures.ready : '';
  }

  #refusal(name: string, refusal: PictureRefusal): string {
    const { limits, words } = this;
    return words.editor.pictures.refusals[refusal](name, {
      files: limits?.files ?? 0,
      size: this.#size(limits?.bytes ?? 0),
      types: this.#types(),
    });
  }

  #size(bytes: number): string {
    const format = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 });
    return this.words.editor.pictures.size(format.format(bytes / 1_000_000));
  }

  #types(): string {
    const { types } = this.words.editor.pictures;
    return (this.limits?.mediaTypes ?? []).map((type) => types[type] ?? type).join(', ');
  }
}
