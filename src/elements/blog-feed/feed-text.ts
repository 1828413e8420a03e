import '../shared/vr-rich-text.define.ts';
import { html, type TemplateResult } from 'lit';
import type { AllowsImage } from '../../internal/image-policy.ts';
import { untrustedHtml } from '../../model/common.ts';
import { markdownToHtml } from '../../model/markdown.ts';
import type { Post } from '../../model/post.ts';

/** What the text of a post is drawn by. */
export interface TextContext {
  readonly allowsImage: AllowsImage;
  /** Level of the post's title as a heading. */
  readonly headingLevel: number;
}

/** The whole text of a post in the list. */
export const renderText = (
  { content = untrustedHtml(''), format, url, lang }: Post,
  { allowsImage, headingLevel }: TextContext,
): TemplateResult =>
  html`<vr-rich-text
    .content=${format === 'markdown' ? markdownToHtml(content) : content}
    .base=${url}
    .allowsImage=${allowsImage}
    .headingLevel=${Math.min(6, headingLevel + 1)}
    lang=${lang ?? ''}
  ></vr-rich-text>`;
