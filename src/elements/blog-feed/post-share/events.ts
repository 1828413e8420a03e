import type { ShareService } from '../../../model/share-links.ts';

/** What is handed on, and by which way; `device` is the device's own dialog for it. */
export interface ShareDetail {
  readonly service: ShareService | 'device';
  /** Id of the post. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

/** The reader hands a post on; `preventDefault()` leaves it to the page. */
export class VrShareEvent extends CustomEvent<ShareDetail> {
  static readonly eventName = 'vr-share';
  constructor(detail: ShareDetail) {
    super(VrShareEvent.eventName, { bubbles: true, composed: true, cancelable: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-share': VrShareEvent;
  }
}
