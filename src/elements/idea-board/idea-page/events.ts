import type { TransitionInput } from '../../../model/idea-input.ts';
import type { Idea } from '../../../model/idea.ts';
import type { FormValues } from './form-fields.ts';

/** A form is sent: its values as they were typed. Stays inside the widget. */
export class VrFormSubmitEvent extends CustomEvent<{ readonly values: FormValues }> {
  static readonly eventName = 'vr-form-submit';
  constructor(values: FormValues) {
    super(VrFormSubmitEvent.eventName, { bubbles: true, detail: { values } });
  }
}

/** Something was typed or chosen in a form. Stays inside the widget. */
export class VrFormInputEvent extends CustomEvent<{ readonly values: FormValues }> {
  static readonly eventName = 'vr-form-input';
  constructor(values: FormValues) {
    super(VrFormInputEvent.eventName, { bubbles: true, detail: { values } });
  }
}

/** A form is left without sending it. Stays inside the widget. */
export class VrFormCancelEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-form-cancel';
  constructor() {
    super(VrFormCancelEvent.eventName, { bubbles: true });
  }
}

/** The reader wants to take an idea's step, with what it needs. Stays inside the widget. */
export class VrIdeaStepEvent extends CustomEvent<{ readonly input: TransitionInput }> {
  static readonly eventName = 'vr-idea-step';
  constructor(input: TransitionInput) {
    super(VrIdeaStepEvent.eventName, { bubbles: true, detail: { input } });
  }
}

/** The step is not taken after all. Stays inside the widget. */
export class VrIdeaStepCancelEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-idea-step-cancel';
  constructor() {
    super(VrIdeaStepCancelEvent.eventName, { bubbles: true });
  }
}

/** The idea on the page is another one now than the list has. Stays inside the widget. */
export class VrIdeaChangedEvent extends CustomEvent<{ readonly idea: Idea }> {
  static readonly eventName = 'vr-idea-changed';
  constructor(idea: Idea) {
    super(VrIdeaChangedEvent.eventName, { bubbles: true, detail: { idea } });
  }
}

/** The reader is done with the idea's page. Stays inside the widget. */
export class VrIdeaCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-idea-close';
  constructor() {
    super(VrIdeaCloseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-form-submit': VrFormSubmitEvent;
    'vr-form-input': VrFormInputEvent;
    'vr-form-cancel': VrFormCancelEvent;
    'vr-idea-step': VrIdeaStepEvent;
    'vr-idea-step-cancel': VrIdeaStepCancelEvent;
    'vr-idea-changed': VrIdeaChangedEvent;
    'vr-idea-close': VrIdeaCloseEvent;
  }
}
