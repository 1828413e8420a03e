import type { OrgRef } from '../../../model/common.ts';
import type { FacetCount, Facets } from '../../../model/page.ts';
import { BackendError } from '../../backend-error.ts';
import type { Audience, IdeaVocabulary } from '../../ports.ts';
import { count } from '../../read-limits.ts';
import { address, flag, list, org, shape, text, topic, type Raw, type ReadOptions } from '../../read-shape.ts';

/** Answers about ideas that are no ideas. */

const facet = shape<FacetCount>({ value: text, label: text, count }, ['value', 'count']);

/** Counts by property, or undefined where the hub sent none. */
export function readFacets(value: unknown, options: ReadOptions): Facets | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, counts]) => {
      const read = list(facet)(counts, options);
      return read ? [[name, read]] : [];
    }),
  );
}

const vocabularyOrg = shape<IdeaVocabulary['orgs'][number]>({ id: text, name: text, url: address, kind: text }, [
  'id',
  'name',
]);

/** What a form needs of `GET /config`. A hub that says nothing of ideas takes them from members, without files. */
export function readVocabulary(data: unknown, options: ReadOptions): IdeaVocabulary {
  const { topics, organisations, ideas } = (data ?? {}) as Raw;
  const rules = (typeof ideas === 'object' && ideas !== null ? ideas : {}) as Raw;
  const files = (typeof rules.attachments === 'object' && rules.attachments !== null ? rules.attachments : {}) as Raw;
  return {
    topics: list(topic)(topics, options) ?? [],
    orgs: list(vocabularyOrg)(organisations, options) ?? [],
    anonymous: rules.anonymous === true,
    attachments: {
      files: count(files.files, options) ?? 0,
      bytes: count(files.bytes, options) ?? 0,
      mediaTypes: list(text)(files.mediaTypes, options) ?? [],
    },
  };
}

const audience = shape<Omit<Audience, 'orgs'> & { readonly orgs?: readonly OrgRef[] }>(
  { public: flag, orgs: list(org), people: count },
  ['public'],
);

/** @throws {BackendError} `invalid` when the answer does not say whether the public sees it */
export function readAudience(data: unknown, url: string, options: ReadOptions): Audience {
  const read = audience(data ?? {}, options);
  if (!read) throw new BackendError('invalid', `No audience from ${url}`, { url });
  return { ...read, orgs: read.orgs ?? [] };
}
