import '../shared/vr-rich-text.define.ts';
import { html, type TemplateResult } from 'lit';
import type { Post } from '../../model/post.ts';

/** The whole text of a post in the list. */
export const renderText = (post: Post): TemplateResult =>
  html`<vr-rich-text .content=${post.content} .base=${post.url} lang=${post.lang ?? ''} dir="auto"></vr-rich-text>`;
