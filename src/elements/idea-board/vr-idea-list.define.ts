import { defineElement } from '../../internal/define-element.ts';
import { VrIdeaList } from './vr-idea-list.ts';

defineElement('vr-idea-list', VrIdeaList);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-list': VrIdeaList;
  }
}
