import { defineElement } from '../../internal/define-element.ts';
import { VrIdeaFilters } from './vr-idea-filters.ts';

defineElement('vr-idea-filters', VrIdeaFilters);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-filters': VrIdeaFilters;
  }
}
