import { defineElement } from '../../../internal/define-element.ts';
import { VrEventSubscribe } from './vr-event-subscribe.ts';

defineElement('vr-event-subscribe', VrEventSubscribe);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-subscribe': VrEventSubscribe;
  }
}
