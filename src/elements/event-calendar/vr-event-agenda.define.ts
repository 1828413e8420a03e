import { defineElement } from '../../internal/define-element.ts';
import { VrEventAgenda } from './vr-event-agenda.ts';

defineElement('vr-event-agenda', VrEventAgenda);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-agenda': VrEventAgenda;
  }
}
