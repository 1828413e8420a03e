import { defineElement } from '../../internal/define-element.ts';
import { VrIdeaSubmission } from './vr-idea-submission.ts';

defineElement('vr-idea-submission', VrIdeaSubmission);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-submission': VrIdeaSubmission;
  }
}
