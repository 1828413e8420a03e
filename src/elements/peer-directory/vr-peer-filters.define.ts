import { defineElement } from '../../internal/define-element.ts';
import { VrPeerFilters } from './vr-peer-filters.ts';

defineElement('vr-peer-filters', VrPeerFilters);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-filters': VrPeerFilters;
  }
}
