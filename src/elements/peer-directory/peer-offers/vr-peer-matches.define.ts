import '../../shared/vr-avatar.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerMatches } from './vr-peer-matches.ts';

defineElement('vr-peer-matches', VrPeerMatches);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-matches': VrPeerMatches;
  }
}
