import type { Post } from '../../model/post.ts';
import type { FeedFilter } from './feed-filter.ts';

/** The reader wants to read a post here; `preventDefault()` keeps it closed, for pages that show posts themselves. */
export class VrPostOpenEvent extends CustomEvent<{ readonly id: string; readonly post: Post | undefined }> {
  static readonly eventName = 'vr-post-open';
  constructor(id: string, post: Post | undefined) {
    super(VrPostOpenEvent.eventName, { bubbles: true, composed: true, cancelable: true, detail: { id, post } });
  }
}

/**
 * The reader searched or narrowed the stream. It holds what was searched for: nobody writes that down unless the page
 * does.
 */
export class VrPostsFilteredEvent extends CustomEvent<{ readonly filter: FeedFilter }> {
  static readonly eventName = 'vr-posts-filtered';
  constructor(filter: FeedFilter) {
    super(VrPostsFilteredEvent.eventName, { bubbles: true, composed: true, detail: { filter } });
  }
}

/** A view asks that a post be opened. Stays inside the widget. */
export class VrPostSelectEvent extends CustomEvent<{ readonly id: string }> {
  static readonly eventName = 'vr-post-select';
  constructor(id: string) {
    super(VrPostSelectEvent.eventName, { bubbles: true, detail: { id } });
  }
}

/** A view asks for posts after its last one. Stays inside the widget. */
export class VrPostsMoreEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-posts-more';
  constructor() {
    super(VrPostsMoreEvent.eventName, { bubbles: true });
  }
}

/** The reader leaves the posts for what stands before them. Stays inside the widget. */
export class VrPostsLeaveEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-posts-leave';
  constructor() {
    super(VrPostsLeaveEvent.eventName, { bubbles: true });
  }
}

/** The reader searches or narrows. Stays inside the widget. */
export class VrPostsFilterEvent extends CustomEvent<{ readonly filter: FeedFilter; readonly typing: boolean }> {
  static readonly eventName = 'vr-posts-filter';
  /** @param typing more letters may follow */
  constructor(filter: FeedFilter, typing = false) {
    super(VrPostsFilterEvent.eventName, { bubbles: true, detail: { filter, typing } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-post-open': VrPostOpenEvent;
    'vr-posts-filtered': VrPostsFilteredEvent;
    'vr-post-select': VrPostSelectEvent;
    'vr-posts-more': VrPostsMoreEvent;
    'vr-posts-leave': VrPostsLeaveEvent;
    'vr-posts-filter': VrPostsFilterEvent;
  }
}
