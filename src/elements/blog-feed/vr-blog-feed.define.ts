import './vr-post-list.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrBlogFeed } from './vr-blog-feed.ts';

defineElement('vr-blog-feed', VrBlogFeed);

declare global {
  interface HTMLElementTagNameMap {
    'vr-blog-feed': VrBlogFeed;
  }
}
