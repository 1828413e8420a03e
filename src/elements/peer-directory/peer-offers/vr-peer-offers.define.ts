import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-avatar.define.ts';
import '../../shared/vr-filter-bar.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerOffers } from './vr-peer-offers.ts';

defineElement('vr-peer-offers', VrPeerOffers);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-offers': VrPeerOffers;
  }
}
