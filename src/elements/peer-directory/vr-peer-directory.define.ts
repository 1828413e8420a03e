import './vr-peer-list.define.ts';
import { defineElement } from '../../internal/define-element.ts';
import { VrPeerDirectory } from './vr-peer-directory.ts';

defineElement('vr-peer-directory', VrPeerDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-directory': VrPeerDirectory;
  }
}
