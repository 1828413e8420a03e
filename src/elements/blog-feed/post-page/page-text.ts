import { html, nothing, type TemplateResult } from 'lit';
import { untrustedHtml, type UntrustedHtml } from '../../../model/common.ts';
import { markdownToHtml } from '../../../model/markdown.ts';
import { REPORT_CHAPTERS, type Post } from '../../../model/post.ts';
import { readSections, type ReportSection, type SectionedText } from '../../../model/report-sections.ts';
import type { PostPageMessages } from '../../../i18n/de/post-page.ts';
import { below, foreignLang, placeOf, webAddress, type PageContext } from './page-context.ts';

type Part = TemplateResult | typeof nothing;

/** A list of chapters helps where there is something to choose. */
const FEW = 3;

/**
 * A post's text by its chapters. Where the text itself carries their headings it is taken apart there, so that nothing of
 * it is lost; else the chapters follow it, in the order in which reports are read.
 */
export function sectionsOf({ content, format, report }: Post, { post: words }: PostPageMessages): SectionedText {
  const text = content ?? untrustedHtml('');
  if (!report) return { lead: text, sections: [] };
  const read = readSections(text, format);
  if (read) return read;
  const sections = REPORT_CHAPTERS.flatMap((chapter): ReportSection[] => {
    const chapterText = report[chapter];
    return chapterText ? [{ chapter, title: words.chapters[chapter], text: chapterText }] : [];
  });
  const first = sections[0]?.text;
  // A full text that holds the chapters would say everything twice.
  return { lead: first && text.includes(first) ? untrustedHtml('') : text, sections };
}

/** Links to the chapters. */
export function renderContents(
  { sections }: SectionedText,
  { words }: PageContext,
  onChapter: (at: number) => void,
): Part {
  if (sections.length < FEW) return nothing;
  return html`<nav class="contents" aria-labelledby="contents">
    <p class="label" id="contents">${words.page.contents}</p>
    <ol role="list">
      ${sections.map(
        ({ title }, at) =>
          html`<li><button type="button" class="link" @click=${() => onChapter(at)} dir="auto">${title}</button></li>`,
      )}
    </ol>
  </nav>`;
}

/** The text with its chapters. */
export function renderText({ lead, sections }: SectionedText, context: PageContext): TemplateResult {
  const { post, locale, headingLevel } = context;
  const lang = foreignLang(post, locale);
  const level = below(headingLevel);
  return html`${lead ? html`<div class="lead">${renderRich(lead, level, context)}</div>` : nothing}
  ${sections.map(
    ({ chapter, title, text }, at) =>
      html`<section class=${chapter === 'contact' ? 'chapter contact' : 'chapter'} aria-labelledby="chapter-${at}">
        <div
          class="chapter-title"
          id="chapter-${at}"
          role="heading"
          aria-level=${level}
          tabindex="-1"
          lang=${lang ?? nothing}
          dir="auto"
        >
          ${title}
        </div>
        ${renderRich(text, below(level), context)}
      </section>`,
  )}`;
}

function renderRich(text: UntrustedHtml, level: number, { post, locale, allowsImage }: PageContext): TemplateResult {
  return html`<vr-rich-text
    .content=${post.format === 'markdown' ? markdownToHtml(text) : text}
    .base=${post.url}
    .allowsImage=${allowsImage}
    .headingLevel=${level}
    lang=${foreignLang(post, locale) ?? nothing}
    dir="auto"
  ></vr-rich-text>`;
}

/** What stands in the place of a text that the source keeps to itself, is on its way, or did not come. */
export function renderNoText({ post, words }: PageContext, partial: boolean, problem: string): Part {
  const address = webAddress(post.url);
  if (partial) {
    return html`<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i></div>`;
  }
  const host = placeOf(address);
  const why = problem
    ? problem
    : post.isProtected
      ? words.post.protected
      : address
        ? words.page.noText(host)
        : words.page.noTextAnywhere;
  return html`<div class="no-text">
    <p>${why}</p>
    ${address ? html`<a class="button primary" href=${address} rel="noopener">${words.page.readAt(host)}</a>` : nothing}
  </div>`;
}
