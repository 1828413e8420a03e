import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-avatar.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrContactInbox } from './vr-contact-inbox.ts';

defineElement('vr-contact-inbox', VrContactInbox);

declare global {
  interface HTMLElementTagNameMap {
    'vr-contact-inbox': VrContactInbox;
  }
}
