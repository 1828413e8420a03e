import type { AccountPort, PeersPort } from '../../backend/ports.ts';
import type { Me } from '../../model/account.ts';
import type { ContactAbout } from './peer-offers/events.ts';

/** What every part of the directory is given: it makes its own calls. */
export interface PartContext {
  readonly port: PeersPort | undefined;
  readonly account: AccountPort | undefined;
  readonly me: Me | undefined;
  readonly storage: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly headingLevel: number;
  /** Where the reader's own entry is written. */
  readonly profileUrl: string | undefined;
  /** Page with the calendar. */
  readonly eventUrl: string | undefined;
}

/** A person who is opened, and what the reader wants of them. */
export interface Opened {
  readonly id: string;
  readonly contact?: boolean;
  readonly about?: ContactAbout | undefined;
}
