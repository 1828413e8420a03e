import type { CalendarEvent, Session } from '../model/calendar-event.ts';
import type { OrgRef, Topic } from '../model/common.ts';
import type {
  CircleInput,
  EventInput,
  ImpulseDateInput,
  ImpulseInput,
  RegistrationInput,
  SessionInput,
} from '../model/event-input.ts';
import type { Impulse, LearningCircle } from '../model/impulse.ts';
import type { Page } from '../model/page.ts';
import type { Registration } from '../model/registration.ts';
import type { CallOptions, WriteOptions } from './call-options.ts';

/** Half-open range `[from, to)`. Each bound is an RFC 3339 instant or a plain date (midnight in the viewer's zone). */
export interface EventsQuery {
  readonly from: string;
  readonly to: string;
  /** Words that title, summary, place or organiser must contain. */
  readonly q?: string;
  readonly kind?: string;
  /** Topic id or label. */
  readonly topic?: string;
  /** Organisation id or name. */
  readonly org?: string;
  /** Items a page, at least 1. Without it a source answers all it has. */
  readonly limit?: number;
  readonly cursor?: string;
}

/** Which event is meant: the whole of it, or one date of a series. */
export interface EventRef {
  readonly id: string;
  readonly recurrenceId?: string;
}

/** What an organiser's form needs to know before it asks. */
export interface EventVocabulary {
  readonly topics: readonly Topic[];
  /** Organisations that the reader may invite for; empty where the reader may create no events. */
  readonly orgs: readonly (OrgRef & { readonly id: string })[];
  /** The reader may offer impulses and begin learning circles. */
  readonly offers: boolean;
  /** Mails are sent: who registers is told by mail, not in the network's news alone. */
  readonly mails: boolean;
  /** Days after an event until notes and needs of those registered are deleted, where the source does that. */
  readonly keptDays?: number;
}

export interface ImpulsesQuery {
  readonly q?: string;
  readonly topic?: string;
  /** Impulses that the reader offers, or is interested in. */
  readonly mine?: 'author' | 'interested';
  readonly limit?: number;
  readonly cursor?: string;
}

/**
 * A source of calendar events. `list` answers *occurrences*: series are expanded, sorted by start.
 * An occurrence is in the range when `start < to` and (`end > from` or `end = start >= from`).
 * Every other method is a capability, used where the object's `can[]` allows it, too.
 */
export interface EventsPort {
  list(query: EventsQuery, options?: CallOptions): Promise<Page<CalendarEvent>>;
  /** One event with everything the source knows of it; `recurrenceId` names one instance of a series. */
  get?(uid: string, options?: CallOptions & { readonly recurrenceId?: string }): Promise<CalendarEvent>;
  /** An address a calendar program can subscribe to; takes `?topic&org&kind` where `subscribeFilters`. */
  readonly subscribeUrl?: string;
  readonly subscribeFilters?: boolean;
  /** Feeds of coming events. */
  readonly feeds?: { readonly rss?: string; readonly json?: string };
  /** Address of one event's own calendar file, for programs that open links and not files. */
  fileUrl?(event: CalendarEvent): string | undefined;

  vocabulary?(options?: CallOptions): Promise<EventVocabulary>;
  create?(input: EventInput, options?: WriteOptions): Promise<CalendarEvent>;
  update?(event: EventRef, input: EventInput, options?: WriteOptions): Promise<CalendarEvent>;

  /** PUT: a repetition is the same registration. With a place, or on the waiting list; `me` says which. */
  register?(event: EventRef, input: RegistrationInput, options?: WriteOptions): Promise<CalendarEvent>;
  unregister?(event: EventRef, options?: WriteOptions): Promise<CalendarEvent>;
  /** Who comes and who waits; for organisers. */
  registrations?(event: EventRef, options?: CallOptions & { readonly cursor?: string }): Promise<Page<Registration>>;
  /** The same as a table (RFC 4180, UTF-8). */
  registrationsFile?(event: EventRef, options?: CallOptions): Promise<string>;
  /** An organiser takes somebody's registration back, who is told. */
  removeRegistration?(event: EventRef, registrationId: string, options?: WriteOptions): Promise<void>;

  sessions?(eventId: string, options?: CallOptions): Promise<Page<Session>>;
  proposeSession?(eventId: string, input: SessionInput, options?: WriteOptions): Promise<Session>;
  updateSession?(session: Session, input: SessionInput, options?: WriteOptions): Promise<Session>;
  sessionInterest?(session: Session, interested: boolean, options?: WriteOptions): Promise<Session>;

  impulses?(query: ImpulsesQuery, options?: CallOptions): Promise<Page<Impulse>>;
  offerImpulse?(input: ImpulseInput, options?: WriteOptions): Promise<Impulse>;
  updateImpulse?(impulse: Impulse, input: ImpulseInput, options?: WriteOptions): Promise<Impulse>;
  withdrawImpulse?(impulse: Impulse, options?: WriteOptions): Promise<Impulse>;
  impulseInterest?(impulse: Impulse, interested: boolean, options?: WriteOptions): Promise<Impulse>;
  /** Makes it an event. Those who are interested are told, and may register before others where places are few. */
  dateImpulse?(impulse: Impulse, input: ImpulseDateInput, options?: WriteOptions): Promise<CalendarEvent>;

  circles?(options?: CallOptions): Promise<Page<LearningCircle>>;
  /** Gives the event that the circle is. */
  createCircle?(input: CircleInput, options?: WriteOptions): Promise<CalendarEvent>;
}
