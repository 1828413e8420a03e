import '../shared/vr-avatar.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrPeerList } from './vr-peer-list.ts';

defineElement('vr-peer-list', VrPeerList);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-list': VrPeerList;
  }
}
