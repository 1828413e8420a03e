import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerData } from './vr-peer-data.ts';

defineElement('vr-peer-data', VrPeerData);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-data': VrPeerData;
  }
}
