import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerImport } from './vr-peer-import.ts';

defineElement('vr-peer-import', VrPeerImport);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-import': VrPeerImport;
  }
}
