import '../shared/vr-dialog.define.ts';
import '../shared/vr-rich-text.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrEventDetails } from './vr-event-details.ts';

defineElement('vr-event-details', VrEventDetails);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-details': VrEventDetails;
  }
}
