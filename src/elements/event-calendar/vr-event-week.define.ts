import { defineElement } from '../../internal/define-element.ts';
import { VrEventWeek } from './vr-event-week.ts';

defineElement('vr-event-week', VrEventWeek);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-week': VrEventWeek;
  }
}
