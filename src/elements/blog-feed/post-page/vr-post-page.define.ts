import '../../shared/vr-rich-text.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPostPage } from './vr-post-page.ts';

defineElement('vr-post-page', VrPostPage);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-page': VrPostPage;
  }
}
