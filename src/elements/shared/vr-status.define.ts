import { defineElement } from '../../internal/define-element.ts';
import { VrStatus } from './vr-status.ts';

defineElement('vr-status', VrStatus);

declare global {
  interface HTMLElementTagNameMap {
    'vr-status': VrStatus;
  }
}
