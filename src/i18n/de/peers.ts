import type { Visibility } from '../../model/common.ts';
import type {
  AvailabilityState,
  ContributionKind,
  ExpertiseLevel,
  MatchReason,
  OfferDirection,
  OfferForm,
  OfferState,
} from '../../model/peer.ts';
import { de as common } from './words.ts';

const what =
  (sentence: string) =>
  (topics: string): string =>
    topics === '' ? sentence : `${sentence}: ${topics}`;

/** German for people: the names of their closed lists, which several widgets say. */
export const de = {
  ...common,
  peer: {
    levels: {
      beginner: 'Grundkenntnisse',
      average: 'Erfahrung',
      expert: 'viel Erfahrung',
    } satisfies Record<ExpertiseLevel, string>,
    forms: {
      talk: 'Gespräch',
      shadowing: 'Hospitation',
      review: 'Gegenlesen',
      workshop: 'Workshop',
      document: 'Unterlagen',
      pilot: 'Gemeinsam ausprobieren',
    } satisfies Record<OfferForm, string>,
    directions: { offer: 'Bietet', seek: 'Sucht' } satisfies Record<OfferDirection, string>,
    ownDirections: { offer: 'Ich biete', seek: 'Ich suche' } satisfies Record<OfferDirection, string>,
    offerStates: { open: 'Offen', matched: 'Gefunden', closed: 'Beendet' } satisfies Record<OfferState, string>,
    availabilities: {
      open: 'Offen für Anfragen',
      limited: 'Wenig Zeit, Anfragen sind möglich',
      paused: 'Zurzeit keine Anfragen',
    } satisfies Record<AvailabilityState, string>,
    audiences: {
      self: 'Nur ich',
      unit: 'Meine Organisationseinheit',
      organisation: 'Meine Verwaltung',
      network: 'Das Netzwerk',
      public: 'Alle',
    } satisfies Record<Visibility, string>,
    contributions: {
      idea: 'Idee',
      patron: 'Patenschaft',
      practice: 'Erprobte Praxis',
      event: 'Termin',
      session: 'Session',
      impulse: 'Impuls',
      circle: 'Lernzirkel',
    } satisfies Record<ContributionKind, string>,
    fits: (reasons: string) => `Passt zu Ihnen: ${reasons}`,
    /** Each takes the topics that it holds for, several parted by commas, or an empty text. */
    reasons: {
      'seeks-yours': what('sucht, was Sie bieten'),
      'offers-yours': what('bietet, was Sie suchen'),
      shared: what('dasselbe Thema'),
      broader: what('verwandtes Thema'),
      near: () => 'ähnliche Verwaltung oder in Ihrer Nähe',
      elsewhere: () => 'aus einer anderen Verwaltung',
    } satisfies Record<MatchReason['kind'], (topics: string) => string>,
  },
};

/** What a dictionary of people must say. */
export type PeerMessages = typeof de;
