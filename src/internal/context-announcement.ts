/** Says that a context can be had from here on down, so that requests which passed by are asked again. */
export class ContextAnnouncement extends CustomEvent<undefined> {
  readonly context: unknown;
  readonly contextTarget: Element;

  constructor(context: unknown, contextTarget: Element) {
    super('context-provider', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = contextTarget;
  }
}
