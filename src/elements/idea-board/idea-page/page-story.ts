import { html, nothing, type TemplateResult } from 'lit';
import { markdownToHtml } from '../../../model/markdown.ts';
import type { Attachment } from '../../../model/idea.ts';
import { icon } from '../../shared/icons.ts';
import { minor } from './page-bits.ts';
import { safeFileUrl, safeUrl, type PageContext } from './page-context.ts';
import { PAGE_ICONS } from './page-icons.ts';

/** The idea in its authors' words, with the pictures and files they added. */
export function renderStory(context: PageContext): TemplateResult | typeof nothing {
  const { idea, words } = context;
  const parts = [
    [words.story.problem, idea.problem],
    [words.story.body, idea.body],
    [words.story.benefitFor, idea.benefitFor],
    [words.story.firstStep, idea.firstStep],
  ] as const;
  const told = parts.filter(([, text]) => text?.trim());
  const source = safeUrl(idea.url);
  if (told.length === 0 && idea.attachments.length === 0 && !source) return nothing;
  return html`<div class="story">
    ${told.map(
      ([title, text]) =>
        html`<section>
          ${minor(title, { level: context.level - 1 })}
          <vr-rich-text .content=${markdownToHtml(text ?? '')}></vr-rich-text>
        </section>`,
    )}
    ${idea.attachments.length > 0 ? renderAttachments(context) : nothing}
    ${
      source
        ? html`<p>
            <a href=${source} target="_blank" rel="noopener noreferrer"
              >${words.page.atSource}${idea.source?.label ? html` (${idea.source.label})` : nothing}
              <span class="visually-hidden">${words.common.openInNewTab}</span></a
            >
          </p>`
        : nothing
    }
  </div>`;
}

function renderAttachments(context: PageContext): TemplateResult {
  const { idea, words } = context;
  return html`<section>
    ${minor(words.story.attachments, { level: context.level - 1 })}
    <ul class="attachments" role="list">
      ${idea.attachments.map((attachment) => html`<li>${renderAttachment(attachment, context)}</li>`)}
    </ul>
  </section>`;
}

function renderAttachment(attachment: Attachment, context: PageContext): TemplateResult {
  const { mediaType, fileName, alt, width, height, bytes } = attachment;
  const url = safeFileUrl(attachment.url);
  const about = `${kindOf(mediaType, context)}, ${sizeWords(bytes, context)}`;
  // SVG can carry what other pictures cannot; as a file to open it stays harmless.
  if (url && /^image\/(?!svg)/i.test(mediaType)) {
    return html`<figure>
      <img
        src=${url}
        alt=${alt ?? fileName}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        width=${width ?? nothing}
        height=${height ?? nothing}
      />
    </figure>`;
  }
  return html`<p class="file">
    ${icon(PAGE_ICONS.file)}
    <span>
      ${url ? html`<a href=${url} download=${fileName} rel="noopener noreferrer">${fileName}</a>` : fileName}
      <span class="quiet">${about}</span>
    </span>
  </p>`;
}

function kindOf(mediaType: string, { words }: PageContext): string {
  const { fileKinds } = words.story;
  const type = mediaType.toLowerCase();
  if (type.startsWith('image/')) return fileKinds.image;
  if (type.includes('pdf')) return fileKinds.pdf;
  if (/spreadsheet|excel|csv/.test(type)) return fileKinds.table;
  if (/presentation|powerpoint/.test(type)) return fileKinds.slides;
  return /text|word|document/.test(type) ? fileKinds.text : fileKinds.other;
}

/** 340 kB, 1,2 MB. */
function sizeWords(bytes: number, { locale, words }: PageContext): string {
  const number = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return bytes < 1_000_000
    ? words.story.kilobytes(number(Math.max(1, Math.round(bytes / 1000)), 0))
    : words.story.megabytes(number(bytes / 1_000_000, 1));
}
