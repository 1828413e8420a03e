import { defineElement } from '../../../internal/define-element.ts';
import { VrEventRegistration } from './vr-event-registration.ts';

defineElement('vr-event-registration', VrEventRegistration);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-registration': VrEventRegistration;
  }
}
