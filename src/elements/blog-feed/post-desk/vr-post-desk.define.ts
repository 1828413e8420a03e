import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPostDesk } from './vr-post-desk.ts';

defineElement('vr-post-desk', VrPostDesk);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-desk': VrPostDesk;
  }
}
