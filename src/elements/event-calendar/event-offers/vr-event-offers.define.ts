import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-filter-bar.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrEventOffers } from './vr-event-offers.ts';

defineElement('vr-event-offers', VrEventOffers);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-offers': VrEventOffers;
  }
}
