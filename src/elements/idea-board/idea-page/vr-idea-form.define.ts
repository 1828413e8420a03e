import { defineElement } from '../../../internal/define-element.ts';
import { VrIdeaForm } from './vr-idea-form.ts';

defineElement('vr-idea-form', VrIdeaForm);

declare global {
  interface HTMLElementTagNameMap {
    'vr-idea-form': VrIdeaForm;
  }
}
