import type { Post } from '../../../model/post.ts';

/** A post was written, changed or taken a step further: as it is now, undefined once it was deleted. Stays inside the widget. */
export class VrPostSavedEvent extends CustomEvent<{ readonly id: string; readonly post: Post | undefined }> {
  static readonly eventName = 'vr-post-saved';
  constructor(id: string, post: Post | undefined) {
    super(VrPostSavedEvent.eventName, { bubbles: true, detail: { id, post } });
  }
}

/** The reader is done with the form of a post. Stays inside the widget. */
export class VrPostEditorCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-post-editor-close';
  constructor() {
    super(VrPostEditorCloseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-post-saved': VrPostSavedEvent;
    'vr-post-editor-close': VrPostEditorCloseEvent;
  }
}
