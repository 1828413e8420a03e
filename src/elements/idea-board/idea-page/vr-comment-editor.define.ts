import { defineElement } from '../../../internal/define-element.ts';
import { VrCommentEditor } from './vr-comment-editor.ts';

defineElement('vr-comment-editor', VrCommentEditor);

declare global {
  interface HTMLElementTagNameMap {
    'vr-comment-editor': VrCommentEditor;
  }
}
