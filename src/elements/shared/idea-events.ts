import type { Idea } from '../../model/idea.ts';

/**
 * The reader wants to see an idea: in a board, in a form's list of similar ones, or the one just submitted.
 * `preventDefault()` lets the page show it in its own way. `idea` is there where the sender has it.
 */
export class VrIdeaOpenEvent extends CustomEvent<{ readonly id: string; readonly idea?: Idea }> {
  static readonly eventName = 'vr-idea-open';
  constructor(id: string, idea?: Idea) {
    super(VrIdeaOpenEvent.eventName, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: { id, ...(idea && { idea }) },
    });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-idea-open': VrIdeaOpenEvent;
  }
}
