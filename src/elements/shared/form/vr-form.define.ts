import { defineElement } from '../../../internal/define-element.ts';
import { VrForm } from './vr-form.ts';

defineElement('vr-form', VrForm);

declare global {
  interface HTMLElementTagNameMap {
    'vr-form': VrForm;
  }
}
