/** Where people come from. */
export interface ImportSource {
  /** `file:<organisation>`, `scim:<directory>`. */
  readonly id: string;
  readonly source: 'import' | 'vcard' | 'scim';
  readonly orgId: string;
  /** Fields that only the source changes. */
  readonly lockedFields: readonly string[];
}

/** Files of one organisation are one source, whatever they are called: a later one brings the former up to date. */
export const fileSourceId = (orgId: string): string => `file:${orgId}`;

export const directorySourceId = (id: string): string => `scim:${id}`;
