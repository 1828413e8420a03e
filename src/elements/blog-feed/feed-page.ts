import '../shared/vr-rich-text.define.ts';
import { html, type TemplateResult } from 'lit';
import type { Post } from '../../model/post.ts';
import type { PartContext } from './feed-part.ts';

export interface PageContext extends PartContext {
  readonly post: Post;
  /** The rest of the post is on its way. */
  readonly partial: boolean;
  /** Why the rest did not come; empty when it has. */
  readonly problem: string;
  readonly share: string | undefined;
  readonly ideaUrl: string | undefined;
  readonly onClose: () => void;
  /** Absent where the reader may not change the post. */
  readonly onEdit: (() => void) | undefined;
}

/** One post with its full text. */
export const renderPage = ({ post, headingLevel }: PageContext): TemplateResult =>
  html`<div role="heading" aria-level=${headingLevel}>${post.title}</div>
    <vr-rich-text .content=${post.content} .base=${post.url}></vr-rich-text>`;
