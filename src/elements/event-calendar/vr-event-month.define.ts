import { defineElement } from '../../internal/define-element.ts';
import { VrEventMonth } from './vr-event-month.ts';

defineElement('vr-event-month', VrEventMonth);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-month': VrEventMonth;
  }
}
