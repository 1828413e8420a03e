import type { CalendarEvent } from '../model/calendar-event.ts';
import type { Page } from '../model/page.ts';

/** Every call can be called off. An abort rejects with the signal's reason (a `DOMException` named `AbortError`). */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Asks the source itself, past copies that an adapter keeps for a while. */
  readonly fresh?: boolean;
}

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

/**
 * A source of calendar events. `list` answers *occurrences*: series are expanded, sorted by start.
 * An occurrence is in the range when `start < to` and (`end > from` or `end = start >= from`).
 */
export interface EventsPort {
  list(query: EventsQuery, options?: CallOptions): Promise<Page<CalendarEvent>>;
  /** One event with everything the source knows of it; `recurrenceId` names one instance of a series. */
  get?(uid: string, options?: CallOptions & { readonly recurrenceId?: string }): Promise<CalendarEvent>;
  /** An address a calendar program can subscribe to. */
  readonly subscribeUrl?: string;
}

/** Placeholders of the families that follow: each port will ask for the minimum, `list`. */
export interface IdeasPort {
  list(query: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<Page<unknown>>;
}
export interface PeersPort {
  list(query: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<Page<unknown>>;
}
export interface PostsPort {
  list(query: Readonly<Record<string, unknown>>, options?: CallOptions): Promise<Page<unknown>>;
}

/** What an adapter gives: only the ports it has. */
export interface Backend {
  readonly events?: EventsPort;
  readonly ideas?: IdeasPort;
  readonly peers?: PeersPort;
  readonly posts?: PostsPort;
}

export type PortName = keyof Backend;
export const PORT_NAMES: readonly PortName[] = ['events', 'ideas', 'peers', 'posts'];

/** What every adapter takes. Adapters are plain functions over an injected `fetch`: they run in a browser and in Node. */
export interface AdapterOptions {
  /** Absolute address of the source, without its kind. */
  readonly src: string;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** IANA zone in which plain dates, floating times and all-day events are read. Default `Europe/Berlin`. */
  readonly timeZone?: string;
  /** The editor's name for the source. */
  readonly label?: string;
  /** Milliseconds until a request is given up. Default 10,000. */
  readonly timeout?: number;
  /** Gives an access token for `Authorization: Bearer` to the address, or null for none. */
  readonly getToken?: (url: string) => Promise<string | null> | string | null;
}

/** `create<Kind>Backend`. */
export type AdapterFactory = (options: AdapterOptions) => Backend;
