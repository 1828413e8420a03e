/** The reader wants to write: a post that is there (`id`), or a new one. Stays inside the widget. */
export class VrPostEditEvent extends CustomEvent<{ readonly id: string | undefined }> {
  static readonly eventName = 'vr-post-edit';
  constructor(id?: string) {
    super(VrPostEditEvent.eventName, { bubbles: true, detail: { id } });
  }
}

/** The reader wants to see a post that is published. Stays inside the widget. */
export class VrPostReadEvent extends CustomEvent<{ readonly id: string }> {
  static readonly eventName = 'vr-post-read';
  constructor(id: string) {
    super(VrPostReadEvent.eventName, { bubbles: true, detail: { id } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-post-edit': VrPostEditEvent;
    'vr-post-read': VrPostReadEvent;
  }
}
