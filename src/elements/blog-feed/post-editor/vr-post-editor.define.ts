import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-status.define.ts';
import './vr-post-pictures.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrPostEditor } from './vr-post-editor.ts';

defineElement('vr-post-editor', VrPostEditor);

declare global {
  interface HTMLElementTagNameMap {
    'vr-post-editor': VrPostEditor;
  }
}
