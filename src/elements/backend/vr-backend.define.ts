import { defineElement } from '../../internal/define-element.ts';
import { VrBackend } from './vr-backend.ts';

defineElement('vr-backend', VrBackend);

declare global {
  interface HTMLElementTagNameMap {
    'vr-backend': VrBackend;
  }
}
