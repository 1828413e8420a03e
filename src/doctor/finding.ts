/** `fault`: something does not work; `hint`: it works, but not as well as it could. */
export type Severity = 'ok' | 'hint' | 'fault';

/** One thing that was looked at, in words for those who put the page together. */
export interface Finding {
  /** Stable name of what was found; `docs/doctor.md` lists them. */
  readonly code: string;
  readonly severity: Severity;
  /** What it is about: a widget, a source, the page. */
  readonly subject: string;
  readonly cause: string;
  /** What to do; empty where nothing is to be done. */
  readonly cure: string;
  /** The exact line to hand on: a header, a directive, an address, an attribute. */
  readonly copy?: string;
  /** What the library said by itself, in English. */
  readonly technical?: string;
}

/** Cause and cure, as the dictionaries give them. */
export interface FindingWords {
  readonly cause: string;
  readonly cure: string;
}

const ORDER: readonly Severity[] = ['fault', 'hint', 'ok'];

/** What does not work first; what was found in the same order otherwise. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
