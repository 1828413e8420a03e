import '../../shared/vr-avatar.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerPhoto } from './vr-peer-photo.ts';

defineElement('vr-peer-photo', VrPeerPhoto);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-photo': VrPeerPhoto;
  }
}
