import { defineElement } from '../../../internal/define-element.ts';
import { VrEventAttendees } from './vr-event-attendees.ts';

defineElement('vr-event-attendees', VrEventAttendees);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-attendees': VrEventAttendees;
  }
}
