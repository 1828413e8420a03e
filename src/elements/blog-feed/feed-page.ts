import './post-page/vr-post-page.define.ts';
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
export const renderPage = (context: PageContext): TemplateResult =>
  html`<vr-post-page
    .post=${context.post}
    .partial=${context.partial}
    .problem=${context.problem}
    .editable=${context.onEdit !== undefined}
    .port=${context.port}
    .account=${context.account}
    .me=${context.me}
    .storage=${context.storage}
    .timeZone=${context.timeZone}
    .locale=${context.locale}
    .headingLevel=${context.headingLevel}
    .allowsImage=${context.allowsImage}
    .share=${context.share}
    .ideaUrl=${context.ideaUrl}
    @vr-post-close=${context.onClose}
    @vr-post-edit=${context.onEdit}
  ></vr-post-page>`;
