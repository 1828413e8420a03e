import type { ImportResult } from '../../../model/peer-import.ts';

/** People were brought in from a file. Stays inside the widget. */
export class VrPeersImportedEvent extends CustomEvent<{ readonly result: ImportResult }> {
  static readonly eventName = 'vr-peers-imported';
  constructor(result: ImportResult) {
    super(VrPeersImportedEvent.eventName, { bubbles: true, detail: { result } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'vr-peers-imported': VrPeersImportedEvent;
  }
}
