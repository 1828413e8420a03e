import '../../shared/form/vr-form.define.ts';
import { defineElement } from '../../../internal/define-element.ts';
import { VrIdeaStep } from './vr-idea-step.ts';

defineElement('vr-idea-step', VrIdeaStep);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-step': VrIdeaStep;
  }
}
