import type { PostInput, PostPrefill } from '../../../model/post-input.ts';
import { MATURITIES, MUNICIPALITY_SIZES, POST_SOURCE_KINDS, REPORT_CHAPTERS, type PostSource, type ReportChapter } from '../../../model/post.ts'; // prettier-ignore
import type { Problem } from '../../../model/page.ts';
import type { PostVocabulary, SourceHealth } from '../../ports.ts';
import { count } from '../../read-limits.ts';
import { readPost } from '../../read-post.ts';
import { address, flag, list, oneOf, shape, text, topic, type Fields, type Raw, type Reader, type ReadOptions } from '../../read-shape.ts'; // prettier-ignore
import { time } from '../../read-time.ts';

/** A post of the hub, with what its author and moderators may know. @throws {TypeError} for what is no post */
export const readHubPost = readPost;

const vocabularyOrg = shape<PostVocabulary['orgs'][number]>({ id: text, name: text, url: address }, ['id', 'name']);
const imageRules = shape<PostVocabulary['images']>({ files: count, bytes: count, mediaTypes: list(text) }, [
  'files',
  'bytes',
]);

/** What a form needs. A hub that says nothing of pictures takes none; one that says nothing else has posts read first. */
export function readPostVocabulary({ topics, orgs, images, moderated }: Raw, options: ReadOptions): PostVocabulary {
  const rules = imageRules(images ?? {}, options);
  return {
    topics: list(topic)(topics, options) ?? [],
    orgs: list(vocabularyOrg)(orgs, options) ?? [],
    images: { files: rules?.files ?? 0, bytes: rules?.bytes ?? 0, mediaTypes: rules?.mediaTypes ?? [] },
    moderated: flag(moderated, options) ?? true,
  };
}

const source = shape<PostSource>(
  { id: text, label: text, title: text, url: address, kind: oneOf(...POST_SOURCE_KINDS) },
  ['id'],
);
const problem = shape<Problem>(
  {
    code: oneOf('source-failed', 'invalid-item', 'unsupported-part', 'limit-reached', 'stale'),
    detail: text,
    kind: text,
    item: text,
    line: count,
    source,
    since: time,
  },
  ['code'],
);

const HEALTH: Fields<Omit<SourceHealth, 'items'> & { readonly items?: number }> = {
  source,
  state: oneOf('good', 'failing', 'stopped', 'waiting'),
  lastSuccessAt: time,
  nextTryAt: time,
  items: count,
  problem,
};

/** How a source does. @throws {TypeError} where the answer does not say of which, or nothing of it */
export function readSourceHealth(raw: Raw, options: ReadOptions): SourceHealth {
  // Older hubs name a source beside its state.
  const read = shape(HEALTH, ['source', 'state'])({ ...raw, source: raw['source'] ?? raw }, options);
  if (!read) throw new TypeError('no source');
  return { ...read, items: read.items ?? 0 };
}

const someText: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);
const CHAPTERS = Object.fromEntries(REPORT_CHAPTERS.map((chapter) => [chapter, someText])) as Fields<
  Record<ReportChapter, string>
>;
const INPUT: Fields<PostInput> = {
  title: someText,
  teaser: someText,
  body: someText,
  chapters: shape<Partial<Record<ReportChapter, string>>>(CHAPTERS),
  topics: list(text),
  tags: list(text),
  size: oneOf(...MUNICIPALITY_SIZES),
  maturity: oneOf(...MATURITIES),
  images: list(shape<{ readonly id: string; readonly alt: string }>({ id: text, alt: someText }, ['id', 'alt'])),
  ideaId: text,
  orgId: text,
  lang: text,
};

/** What an idea gives for a report. */
export function readPrefill({ input, ideaTitle, missing }: Raw, options: ReadOptions): PostPrefill {
  return {
    input: shape<PostInput>(INPUT)(input ?? {}, options) ?? {},
    ideaTitle: text(ideaTitle, options) ?? '',
    missing: list(oneOf(...REPORT_CHAPTERS))(missing, options) ?? [],
  };
}

const keptImage = shape<{ readonly id: string; readonly url: string }>({ id: text, url: address }, ['id', 'url']);

/** A picture that was kept. @throws {TypeError} where the answer does not name it */
export function readKeptImage(raw: Raw, options: ReadOptions): { readonly id: string; readonly url: string } {
  const kept = keptImage(raw, options);
  if (!kept) throw new TypeError('no id, or no address');
  return kept;
}
