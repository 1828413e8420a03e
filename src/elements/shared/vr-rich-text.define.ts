import { defineElement } from '../../internal/define-element.ts';
import { VrRichText } from './vr-rich-text.ts';

defineElement('vr-rich-text', VrRichText);

declare global {
  interface HTMLElementTagNameMap {
    'vr-rich-text': VrRichText;
  }
}
