/**
 * A backup is gzip over lines of JSON: a head, then for each table its shape and its rows, then the uploaded files in
 * pieces, then an end with the checksum of everything before it. Rows are as PostgreSQL writes them (`row_to_json`), so
 * nothing depends on the engine, on where uploads are kept, or on this program being there to read them.
 */
export const FORMAT = 'hub-backup';
export const FORMAT_VERSION = 1;

export interface HeadLine {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** RFC 3339 instant of the snapshot. */
  readonly createdAt: string;
  /** Shape of the database that the rows fit. */
  readonly migrations: readonly string[];
}

export interface TableLine {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface RowLine {
  readonly row: Readonly<Record<string, unknown>>;
}

export interface FileLine {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ChunkLine {
  /** Base64. */
  readonly chunk: string;
}

export interface EndLine {
  readonly end: true;
  readonly lines: number;
  /** Hexadecimal, over all lines before this one, each with its line feed. */
  readonly sha256: string;
}

export type BackupLine = HeadLine | TableLine | RowLine | FileLine | ChunkLine | EndLine;

/** The file cannot be used, in words for the operator. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'BackupError';
  }
}
