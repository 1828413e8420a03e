import type { Visibility } from '../../../../src/model/common.ts';
import type {
  AvailabilityState,
  ExpertiseLevel,
  OfferDirection,
  OfferForm,
  PeerField,
} from '../../../../src/model/peer.ts';

/** What somebody of the demo offers or seeks. `topic` is a topic's id or a word; `days` until it ends. */
export interface SeedOffer {
  readonly direction: OfferDirection;
  readonly topic: string;
  readonly form: OfferForm;
  readonly days: number;
  readonly text?: string;
  readonly state?: 'matched' | 'closed';
}

/** An entry of the demo's directory. */
export interface SeedEntry {
  readonly key: string;
  /** Of people who are in the demo for their entry alone. */
  readonly name?: string;
  readonly org?: string;
  readonly unit?: string;
  readonly function: string;
  readonly headline: string;
  readonly bio?: string;
  readonly pronouns?: string;
  readonly salutation?: string;
  /** Topics or words, with how well; `average` where it is not said. */
  readonly knows: readonly (string | readonly [string, ExpertiseLevel])[];
  readonly curious?: readonly string[];
  /** Default: German. */
  readonly languages?: readonly string[];
  readonly offers?: readonly SeedOffer[];
  /** Default: open. `days`: how long from now on. */
  readonly availability?: { readonly state: AvailabilityState; readonly days?: number };
  /** Default: public. */
  readonly visibility?: Visibility;
  readonly fields?: Partial<Readonly<Record<PeerField, Visibility>>>;
  readonly monthlyRequests?: number;
  readonly phone?: string;
  readonly chat?: string;
  /** Default: listed. */
  readonly state?: 'draft' | 'expired' | 'hidden';
  /** Days since the consent; default some weeks. */
  readonly consentAgo?: number;
}

type More = Pick<SeedOffer, 'text' | 'state'>;

export const offers = (topic: string, form: OfferForm, days: number, text?: string, more: More = {}): SeedOffer => ({
  direction: 'offer',
  topic,
  form,
  days,
  ...(text !== undefined && { text }),
  ...more,
});

export const seeks = (topic: string, form: OfferForm, days: number, text?: string, more: More = {}): SeedOffer => ({
  ...offers(topic, form, days, text, more),
  direction: 'seek',
});
