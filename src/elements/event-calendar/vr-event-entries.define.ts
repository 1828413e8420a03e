import { defineElement } from '../../internal/define-element.ts';
import { VrEventEntries } from './vr-event-entries.ts';

defineElement('vr-event-entries', VrEventEntries);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-entries': VrEventEntries;
  }
}
