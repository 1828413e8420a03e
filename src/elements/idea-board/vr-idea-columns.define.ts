import { defineElement } from '../../internal/define-element.ts';
import { VrIdeaColumns } from './vr-idea-columns.ts';

defineElement('vr-idea-columns', VrIdeaColumns);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-columns': VrIdeaColumns;
  }
}
