import type { Peer } from '../../model/peer.ts';
import type { DirectoryFilter } from './directory-filter.ts';

/** The reader wants to see a person's page; `preventDefault()` keeps it closed, for pages that show people themselves. */
export class VrPeerShowEvent extends CustomEvent<{ readonly id: string; readonly peer: Peer | undefined }> {
  static readonly eventName = 'vr-peer-show';
  constructor(id: string, peer: Peer | undefined) {
    super(VrPeerShowEvent.eventName, { bubbles: true, composed: true, cancelable: true, detail: { id, peer } });
  }
}

/**
 * The reader searched, narrowed the list or chose another view. It holds what was searched for: nobody writes that down
 * unless the page does.
 */
export class VrPeersFilteredEvent extends CustomEvent<{ readonly view: string; readonly filter: DirectoryFilter }> {
  static readonly eventName = 'vr-peers-filtered';
  constructor(view: string, filter: DirectoryFilter) {
    super(VrPeersFilteredEvent.eventName, { bubbles: true, composed: true, detail: { view, filter } });
  }
}

/** A view asks that a person be opened; with `contact` the request for contact, too. Stays inside the widget. */
export class VrPeerSelectEvent extends CustomEvent<{ readonly id: string; readonly contact: boolean }> {
  static readonly eventName = 'vr-peer-select';
  constructor(id: string, contact = false) {
    super(VrPeerSelectEvent.eventName, { bubbles: true, detail: { id, contact } });
  }
}

/** A view asks for people after its last one. Stays inside the widget. */
export class VrPeersMoreEvent extends CustomEvent<null> {
  static readonly eventName = 'vr-peers-more';
  constructor() {
    super(VrPeersMoreEvent.eventName, { bubbles: true });
  }
}

/** The reader searches or narrows. Stays inside the widget. */
export class VrPeersFilterEvent extends CustomEvent<{ readonly filter: DirectoryFilter; readonly typing: boolean }> {
  static readonly eventName = 'vr-peers-filter';
  /** @param typing more letters may follow */
  constructor(filter: DirectoryFilter, typing = false) {
    super(VrPeersFilterEvent.eventName, { bubbles: true, detail: { filter, typing } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-peer-show': VrPeerShowEvent;
    'vr-peers-filtered': VrPeersFilteredEvent;
    'vr-peer-select': VrPeerSelectEvent;
    'vr-peers-more': VrPeersMoreEvent;
    'vr-peers-filter': VrPeersFilterEvent;
  }
}
