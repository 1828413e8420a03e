import '../vr-event-details.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrEventPage } from './vr-event-page.ts';

defineElement('vr-event-page', VrEventPage);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-page': VrEventPage;
  }
}
