import './vr-event-month.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrEventCalendar } from './vr-event-calendar.ts';

defineElement('vr-event-calendar', VrEventCalendar);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-calendar': VrEventCalendar;
  }
}
