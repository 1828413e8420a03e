import '../../shared/form/vr-form.define.ts';
import '../../shared/vr-status.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrEventEditor } from './vr-event-editor.ts';

defineElement('vr-event-editor', VrEventEditor);

declare global {
  interface HTMLElementTagNameMap {
    'vr-event-editor': VrEventEditor;
  }
}
