import { defineElement } from '../../internal/define-element.ts';
import { VrPostFilters } from './vr-post-filters.ts';

defineElement('vr-post-filters', VrPostFilters);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-filters': VrPostFilters;
  }
}
