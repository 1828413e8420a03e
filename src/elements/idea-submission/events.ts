import type { Idea } from '../../model/idea.ts';

/** An idea has arrived. It never carries the secret of an anonymous author's private link. */
export class VrIdeaSubmittedEvent extends CustomEvent<{ readonly idea: Idea }> {
  static readonly eventName = 'vr-idea-submitted';
  constructor(idea: Idea) {
    super(VrIdeaSubmittedEvent.eventName, { bubbles: true, composed: true, detail: { idea } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-idea-submitted': VrIdeaSubmittedEvent;
  }
}
