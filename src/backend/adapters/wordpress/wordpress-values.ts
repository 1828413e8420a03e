import type { Topic } from '../../../model/common.ts';
import { plainText } from '../../foreign-text.ts';
import type { Raw } from '../../read-shape.ts';
import type { WpPost, WpTerm } from './wordpress-schema.ts';

/** Values of WordPress that ideas and events have in common. */

/** The category that WordPress gives to what has none. */
const NO_TOPIC = new Set(['uncategorized', 'allgemein', 'uncategorised']);

/** A category as a topic; its slug is its id, since numbers differ from site to site. */
export function toTopic({ slug, name }: WpTerm): Topic | undefined {
  if (typeof slug !== 'string' || typeof name !== 'string' || NO_TOPIC.has(slug)) return undefined;
  return { id: slug, label: { de: plainText(name) } };
}

export const termsOf = (post: WpPost): readonly WpTerm[] =>
  asList(post._embedded?.['wp:term']).flatMap((terms) => asList(terms) as readonly WpTerm[]);

/** What WordPress could not embed it says as an object with a `code` in the list. */
export const asList = (value: unknown): readonly unknown[] =>
  value instanceof Array ? value.filter((each) => typeof each === 'object' && each !== null && !('code' in each)) : [];

export const asObject = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !(value instanceof Array) ? (value as Raw) : {};

export const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
