import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerOffers } from './vr-peer-offers.ts';

defineElement('vr-peer-offers', VrPeerOffers);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-offers': VrPeerOffers;
  }
}
