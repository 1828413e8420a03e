import type { PortName } from '../backend/ports.ts';
import type { Finding } from './finding.ts';

export interface CheckOptions {
  /** Kinds of data that are wanted; without it whatever the source has. */
  readonly ports?: readonly PortName[];
  /** Language of the words: `de` or `en`. Default: that of the page. */
  readonly language?: string;
  /** IANA zone that plain dates are read in. Default `Europe/Berlin`. */
  readonly timeZone?: string;
  /** The editor's names for the sources, parted by semicolons. */
  readonly labels?: string | null;
  /** Milliseconds until a request is given up. Default 10,000. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
  /** Stands in for the page's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** What a source answered to the question for its first page. */
export interface DataFound {
  readonly port: PortName;
  readonly count: number;
  /** There are more than `count`. */
  readonly more: boolean;
  /** RFC 3339 instants or plain dates: the next three events, or the newest posts; never names. */
  readonly dates: readonly string[];
  /** No event is to come: `dates` are of the last that were. */
  readonly past: boolean;
  /** Items that could not be read. */
  readonly unreadable: number;
}

/** One of the addresses of `src`. */
export interface SourceFound {
  /** Kind of the adapter; absent where it could not be found out. */
  readonly kind?: string;
  /** Without credentials. */
  readonly address: string;
  readonly data: readonly DataFound[];
}

/** What became of a `src` that was tried. */
export interface SourceReport {
  /** Every address answers with data that are wanted. */
  readonly ok: boolean;
  readonly sources: readonly SourceFound[];
  readonly findings: readonly Finding[];
}
