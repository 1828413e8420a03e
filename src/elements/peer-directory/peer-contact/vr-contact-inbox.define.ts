import { defineElement } from '../../../internal/define-element.ts';
import { VrContactInbox } from './vr-contact-inbox.ts';

defineElement('vr-contact-inbox', VrContactInbox);

declare global {
  interface HTMLElementTagNameMap {
    'vr-contact-inbox': VrContactInbox;
  }
}
