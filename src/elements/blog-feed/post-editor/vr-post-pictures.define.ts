import { defineElement } from '../../../internal/define-element.ts';
import { VrPostPictures } from './vr-post-pictures.ts';

defineElement('vr-post-pictures', VrPostPictures);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-pictures': VrPostPictures;
  }
}
