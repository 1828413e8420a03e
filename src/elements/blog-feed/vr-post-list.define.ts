import { defineElement } from '../../internal/define-element.ts';
import { VrPostList } from './vr-post-list.ts';

defineElement('vr-post-list', VrPostList);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-list': VrPostList;
  }
}
