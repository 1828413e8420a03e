import type { Finding } from './finding.ts';

/** How a widget came into the page. */
export type Rung = 'tag' | 'mount' | 'link' | 'frame';

/**
 * What led a widget to its source: its property `backend`, its own `src`, `backend="#id"`, the nearest provider around
 * it, the page's only `<vr-backend>`, `data-vr-src` of the script, or nothing.
 */
export type Way = 'property' | 'src' | 'id' | 'nearest' | 'only' | 'script' | 'none';

export interface WidgetFound {
  readonly tag: string;
  /** Its place among all widgets of the page, from 1. */
  readonly number: number;
  readonly rung: Rung;
  /** Its class is registered, so it works. */
  readonly running: boolean;
  readonly way: Way;
  /** The source in words that may be passed on; empty without one. */
  readonly source: string;
}

/** What was found on a page. Nothing in it names a person: addresses are cut, contents are counted. */
export interface Diagnosis {
  /** Version of the copy that runs the page's widgets. */
  readonly version: string;
  readonly widgets: readonly WidgetFound[];
  /** What does not work first. */
  readonly findings: readonly Finding[];
  /** Everything as plain text, to be passed on. */
  readonly text: string;
}
