import type { TransitionInput } from '../../../model/idea-input.ts';
import type { CommentKind } from '../../../model/idea-participation.ts';
import type { Idea } from '../../../model/idea.ts';

/** A comment, a reply or a change of one is sent. Stays inside the widget. */
export class VrCommentSendEvent extends CustomEvent<{
  readonly kind: CommentKind;
  readonly body: string;
  readonly mentionIds: readonly string[];
}> {
  static readonly eventName = 'vr-comment-send';
  constructor(kind: CommentKind, body: string, mentionIds: readonly string[]) {
    super(VrCommentSendEvent.eventName, { bubbles: true, detail: { kind, body, mentionIds } });
  }
}

/** Somebody is about to be named: who takes part? Stays inside the widget. */
export class VrPeopleWantedEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-people-wanted';
  constructor() {
    super(VrPeopleWantedEvent.eventName, { bubbles: true });
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

/** There is no such idea, and the reader wants the list back. Stays inside the widget. */
export class VrIdeaCloseEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-idea-close';
  constructor() {
    super(VrIdeaCloseEvent.eventName, { bubbles: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-comment-send': VrCommentSendEvent;
    'vr-people-wanted': VrPeopleWantedEvent;
    'vr-idea-step': VrIdeaStepEvent;
    'vr-idea-step-cancel': VrIdeaStepCancelEvent;
    'vr-idea-changed': VrIdeaChangedEvent;
    'vr-idea-close': VrIdeaCloseEvent;
  }
}
