/** Takes a value of a context; with `subscribe` again for each change. `undefined` says that the provider lost it. */
export type ContextCallback = (value: unknown, unsubscribe?: () => void) => void;

/**
 * The request of the community context protocol
 * (https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md), understood by `@lit/context`
 * on either side. It extends `CustomEvent`, since some pages have replaced `Event`.
 */
export class ContextRequest extends CustomEvent<undefined> {
  readonly context: unknown;
  readonly contextTarget: Element;
  readonly callback: ContextCallback;
  readonly subscribe: boolean;
  /** Set by a provider of this library that took the request but has no value yet. */
  claimed = false;

  constructor(context: unknown, contextTarget: Element, callback: ContextCallback, subscribe = false) {
    super('context-request', { bubbles: true, composed: true });
    this.context = context;
    this.contextTarget = contextTarget;
    this.callback = callback;
    this.subscribe = subscribe;
  }
}
