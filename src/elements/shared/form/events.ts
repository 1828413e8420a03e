import type { FormValues } from '../../../model/form-values.ts';

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

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-form-submit': VrFormSubmitEvent;
    'vr-form-input': VrFormInputEvent;
    'vr-form-cancel': VrFormCancelEvent;
  }
}
