import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPeerEntry } from './vr-peer-entry.ts';

defineElement('vr-peer-entry', VrPeerEntry);

declare global {
  interface HTMLElementTagNameMap {
    'vr-peer-entry': VrPeerEntry;
  }
}
