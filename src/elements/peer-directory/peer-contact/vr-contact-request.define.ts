import '../../shared/form/vr-form.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrContactRequest } from './vr-contact-request.ts';

defineElement('vr-contact-request', VrContactRequest);

declare global {
  interface HTMLElementTagNameMap {
    'vr-contact-request': VrContactRequest;
  }
}
