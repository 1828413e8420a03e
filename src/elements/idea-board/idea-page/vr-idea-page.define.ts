import '../../shared/vr-rich-text.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrIdeaPage } from './vr-idea-page.ts';

defineElement('vr-idea-page', VrIdeaPage);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-page': VrIdeaPage;
  }
}
