import { defineElement } from '../../internal/define-element.ts';
import { VrAvatar } from './vr-avatar.ts';

defineElement('vr-avatar', VrAvatar);

declare global {
  interface HTMLElementTagNameMap {
    'vr-avatar': VrAvatar;
  }
}
