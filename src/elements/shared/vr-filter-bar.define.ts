import { defineElement } from '../../internal/define-element.ts';
import { VrFilterBar } from './vr-filter-bar.ts';

defineElement('vr-filter-bar', VrFilterBar);

declare global {
  interface HTMLElementTagNameMap {
    'vr-filter-bar': VrFilterBar;
  }
}
