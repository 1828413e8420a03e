import type { Selectable, Updateable } from 'kysely';
import type { SourceTable } from '../database/tables.ts';
import type { SourceConfig } from '../config/config.ts';
import type { Hub } from '../hub.ts';
import type { HostGate } from './host-gate.ts';

/** What a reading starts from. */
export type SourceRow = Pick<
  Selectable<SourceTable>,
  'etag' | 'lastModified' | 'body' | 'contentType' | 'importKey' | 'importedAt' | 'itemCount' | 'problems'
>;

/** What a reading that went well leaves behind. */
export interface Reading {
  readonly values: Updateable<SourceTable>;
  /** Minutes until the next look. */
  readonly pause: number;
}

export interface ReadingOptions {
  readonly hub: Hub;
  readonly source: SourceConfig;
  readonly row: SourceRow;
  /** Folders that `file:` sources may lie in. */
  readonly folders: readonly string[];
  readonly gate: HostGate;
}

const KEPT_PROBLEMS = 20;

/** Problems as the table keeps them: those of one source need not name it. */
export const problemsToKeep = (problems: readonly { readonly source?: unknown }[]): string =>
  JSON.stringify(problems.slice(0, KEPT_PROBLEMS).map(({ source: _source, ...problem }) => problem));
