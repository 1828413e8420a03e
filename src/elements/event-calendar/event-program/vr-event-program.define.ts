import { defineElement } from '../../../internal/define-element.ts';
import { VrEventProgram } from './vr-event-program.ts';

defineElement('vr-event-program', VrEventProgram);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-program': VrEventProgram;
  }
}
