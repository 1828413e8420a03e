import type { OrgRef, PersonRef, Topic, Visibility } from '../model/common.ts';
import type { SourceRef } from '../model/page.ts';

/** JSON as it came: nothing is known of it yet. */
export type Raw = Readonly<Record<string, unknown>>;

export interface ReadOptions {
  /** IANA zone of times without offset. */
  readonly timeZone: string;
  /** Address of the document; relative links start from it. */
  readonly base?: string;
}

export type Reader<T> = (value: unknown, options: ReadOptions) => T | undefined;
/** How each field of an object is read; what is not here does not get in. */
export type Fields<T> = { readonly [K in keyof T]-?: Reader<NonNullable<T[K]>> };
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const PLAIN_ADDRESS = /^https?:\/\/[\w.-]+\/[\w./?=&%~+-]*$/;

export const text: Reader<string> = (value) => (typeof value === 'string' && value ? value : undefined);
export const number: Reader<number> = (value) => (Number.isFinite(value) ? (value as number) : undefined);
export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

export const oneOf =
  <T extends string>(...values: readonly T[]): Reader<T> =>
  (value) =>
    values.includes(value as T) ? (value as T) : undefined;

export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value, options) =>
    value instanceof Array ? value.flatMap((item) => read(item, options) ?? []) : undefined;

/** An address that may stand behind a link: http or https, absolute. */
export const address: Reader<string> = (value, { base }) => {
  if (typeof value !== 'string') return undefined;
  // Thousands of plain addresses pass without the price of a URL object.
  if (PLAIN_ADDRESS.test(value)) return value;
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
};

/**
 * An object of known fields. Without those in `required` it is nothing; a word in its place stands for the field `word`.
 */
export const shape =
  <T extends object>(fields: Fields<T>, required: readonly (keyof T)[] = [], word?: keyof T & string): Reader<T> =>
  (value, options) => {
    const raw: Raw = typeof value === 'object' ? (value as Raw) : word ? { [word]: value } : {};
    const read = readFields(raw, fields, options, {}) as T;
    return required.every((key) => read[key] !== undefined) ? read : undefined;
  };

export function readFields(raw: Raw, fields: object, options: ReadOptions, into: object): object {
  // Without a list of keys for each of thousands of events; what a page may have put into all objects is no field.
  for (const key in raw) {
    const value = raw[key];
    if (value == null || !Object.hasOwn(fields, key)) continue;
    const read = (fields as Record<string, Reader<unknown>>)[key]!(value, options);
    if (read !== undefined) (into as Record<string, unknown>)[key] = read;
  }
  return into;
}

export const org = shape<OrgRef>({ id: text, name: text, url: address }, ['name'], 'name');
export const image = shape<{ url: string; alt?: string }>(
  { url: address, alt: (value) => (typeof value === 'string' ? value : undefined) },
  ['url'],
  'url',
);
const topicShape = shape<Topic>(
  { id: text, label: shape<{ de?: string; en?: string }>({ de: text, en: text }, [], 'de'), broader: text },
  ['id'],
  'id',
);
export const person = shape<PersonRef>(
  { id: text, displayName: text, org, photo: image },
  ['displayName'],
  'displayName',
);
export const topic: Reader<Topic> = (value, options) => {
  const read = topicShape(value, options);
  return read && (read.label?.de || read.label?.en ? read : { ...read, label: { de: read.id } });
};
export const sourceRef = shape<SourceRef>({ id: text, label: text, url: address }, ['id']);
export const visibility = oneOf<Visibility>('self', 'unit', 'organisation', 'network', 'public');
