import { defineElement } from '../../../internal/define-element.ts';
import { VrSessionForm } from './vr-session-form.ts';

defineElement('vr-session-form', VrSessionForm);

declare global {
  interface HTMLElementTagNameMap {
    'vr-session-form': VrSessionForm;
  }
}
