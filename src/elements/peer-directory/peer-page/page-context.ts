import type { PeerPageMessages } from '../../../i18n/de/peer-page.ts';
import type { Peer } from '../../../model/peer.ts';

/** What the parts of a person's page need. */
export interface PageContext {
  readonly peer: Peer;
  readonly words: PeerPageMessages;
  readonly locale: string;
  /** Level of the headings of its parts. */
  readonly headingLevel: number;
  readonly ideaUrl: string | undefined;
  readonly eventUrl: string | undefined;
}
