import '../post-page/vr-post-page.define.ts';
import { html, type TemplateResult } from 'lit';
import type { AllowsImage } from '../../../internal/image-policy.ts';
import type { Post } from '../../../model/post.ts';

export interface PreviewContext {
  readonly post: Post;
  readonly locale: string;
  readonly timeZone: string;
  readonly headingLevel: number;
  readonly allowsImage: AllowsImage;
}

export type RenderPreview = (context: PreviewContext) => TemplateResult;

/** The post as its readers will see it. */
export const renderPreview: RenderPreview = ({ post, locale, timeZone, headingLevel, allowsImage }) =>
  html`<vr-post-page
    .post=${post}
    .preview=${true}
    .locale=${locale}
    .timeZone=${timeZone}
    .headingLevel=${headingLevel}
    .allowsImage=${allowsImage}
  ></vr-post-page>`;
