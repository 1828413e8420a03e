import { defineElement } from '../../../internal/define-element.ts';
import { VrEventShare } from './vr-event-share.ts';

defineElement('vr-event-share', VrEventShare);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-share': VrEventShare;
  }
}
