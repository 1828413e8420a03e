/** Whose and which: drafts and waiting writes of one scope are never shown to another. */
export interface ScopeParts {
  /** Address of the source, as the widget has it. */
  readonly endpoint: string;
  /** Id of the person; undefined for strangers. */
  readonly user: string | undefined;
  /** Name of the form, with the id of what it is about where there are several: `comment/42`. */
  readonly form: string;
}

/** The key of a scope. Its parts cannot run into one another. */
export const draftScope = ({ endpoint, user, form }: ScopeParts): string =>
  [endpoint, user ?? '', form].map((part) => encodeURIComponent(part)).join('|');
