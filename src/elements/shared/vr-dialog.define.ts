import { defineElement } from '../../internal/define-element.ts';
import { VrDialog } from './vr-dialog.ts';

defineElement('vr-dialog', VrDialog);

declare global {
  interface HTMLElementTagNameMap {
    'vr-dialog': VrDialog;
  }
}
