import { defineElement } from '../../internal/define-element.ts';
import { VrIdeaNews } from './vr-idea-news.ts';

defineElement('vr-idea-news', VrIdeaNews);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-news': VrIdeaNews;
  }
}
