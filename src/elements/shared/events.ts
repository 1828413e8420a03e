/** Asks that a failed load be tried again. */
export class VrStatusRetryEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-status-retry';
  constructor() {
    super(VrStatusRetryEvent.eventName, { bubbles: true });
  }
}

/** A dialog was closed, by whatever means. */
export class VrDialogClosedEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-dialog-closed';
  constructor() {
    super(VrDialogClosedEvent.eventName);
  }
}

/** The reader narrows a list: name of the filter and its new value, empty for all. */
export class VrFilterChangeEvent extends CustomEvent<{ readonly name: string; readonly value: string }> {
  static readonly eventName = 'vr-filter-change';
  constructor(name: string, value: string) {
    super(VrFilterChangeEvent.eventName, { bubbles: true, detail: { name, value } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-status-retry': VrStatusRetryEvent;
    'vr-dialog-closed': VrDialogClosedEvent;
    'vr-filter-change': VrFilterChangeEvent;
  }
}
