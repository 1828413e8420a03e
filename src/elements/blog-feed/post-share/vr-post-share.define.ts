import { defineElement } from '../../../internal/define-element.ts';
import { VrPostShare } from './vr-post-share.ts';

defineElement('vr-post-share', VrPostShare);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-share': VrPostShare;
  }
}
