import '../../shared/vr-avatar.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerPage } from './vr-peer-page.ts';

defineElement('vr-peer-page', VrPeerPage);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-page': VrPeerPage;
  }
}
