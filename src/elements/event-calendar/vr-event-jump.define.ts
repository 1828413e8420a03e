import './vr-event-month.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrEventJump } from './vr-event-jump.ts';

defineElement('vr-event-jump', VrEventJump);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-jump': VrEventJump;
  }
}
