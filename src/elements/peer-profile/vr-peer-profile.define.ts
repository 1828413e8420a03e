import { defineElement } from '../../internal/define-element.ts';
import { VrPeerProfile } from './vr-peer-profile.ts';

defineElement('vr-peer-profile', VrPeerProfile);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-profile': VrPeerProfile;
  }
}
