/** A table of `REUSE.toml`. */
export interface Annotation {
  readonly paths: readonly string[];
  readonly copyright: string;
  readonly licence: string;
}
/** What `REUSE.toml` says, in its order: the last that matches a file counts. */
export function readAnnotations(text: string): Annotation[];
