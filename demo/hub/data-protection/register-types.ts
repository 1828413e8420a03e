import type { Selectable } from 'kysely';
import type { Tables } from '../database/database.ts';

/** Why processing is lawful (Art. 6 GDPR). The sentences stand in `legal-bases.ts`. */
export type LegalBasis = 'consent' | 'contract' | 'task' | 'interest' | 'law';

/** What is to be said of everything that is kept about people. In German: its readers are data protection officers. */
export interface Handling {
  readonly purpose: string;
  readonly basis: readonly LegalBasis[];
  readonly retention: string;
  readonly seen: string;
  /** Where it comes from. */
  readonly source: string;
}

/** A column that says nothing about people; the text says what it is for. */
export interface Technical {
  readonly technical: string;
}

/** A column about people that is handled unlike its table. */
export interface OwnHandling extends Partial<Handling> {
  readonly what: string;
}

/** What a column holds about people, handled as its table is. */
export type PlainColumn = string;

export type ColumnEntry = PlainColumn | Technical | OwnHandling;

/** A document: every key that its type knows. */
export interface DocumentEntry<K extends string> extends OwnHandling {
  readonly keys: Readonly<Record<K, string>>;
}

/** Keys of documents and of lists of documents; `never` for all other values. */
type KeysOf<V> = V extends Date | Uint8Array
  ? never
  : V extends readonly (infer Item)[]
    ? Item extends readonly unknown[]
      ? never
      : Item extends object
        ? keyof Item & string
        : never
    : V extends object
      ? keyof V & string
      : never;

type EntryOf<V> = [KeysOf<V>] extends [never] ? ColumnEntry : DocumentEntry<KeysOf<V>> | Technical;

/** One table: every column that its type knows, so that a new one without an entry does not compile. */
export interface TableEntry<Row> extends Handling {
  readonly title: string;
  readonly columns: { readonly [C in keyof Selectable<Row> & string]: EntryOf<Selectable<Row>[C]> };
  /** Columns that only the database knows, by their names there. */
  readonly more?: Readonly<Record<string, ColumnEntry>>;
}

/** A table without anything about people. */
export interface TechnicalTable {
  readonly title: string;
  readonly technical: string;
  readonly columns: readonly string[];
}

export type Register = { readonly [T in keyof Tables]: TableEntry<Tables[T]> };

/** Some tables, under one heading. */
export interface Chapter<T extends keyof Tables> {
  readonly title: string;
  readonly intro: string;
  readonly tables: Pick<Register, T>;
}

export const chapter = <T extends keyof Tables>(parts: Chapter<T>): Chapter<T> => parts;

export const technical = (text: string): Technical => ({ technical: text });
