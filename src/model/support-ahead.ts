import type { OrgRef } from './common.ts';
import type { Idea } from './idea.ts';
import type { SupportLevel, SupportShown } from './idea-participation.ts';

interface OwnSupport {
  readonly level: SupportLevel;
  readonly shown: SupportShown;
  readonly note?: string;
}

/**
 * The idea as it will be when the reader's support is counted in, or taken back: shown until the source has answered.
 * `org` is the reader's; whether others of it support, too, the source alone knows.
 */
export function withSupport(idea: Idea, support: OwnSupport | undefined, org?: OrgRef): Idea {
  const before = idea.me?.support;
  const { counts, usefulTo = [] } = idea;
  const isNamed = (each: OrgRef): boolean => (each.id !== undefined && each.id === org?.id) || each.name === org?.name;
  const useful = support?.level === 'useful-here';
  const wasUseful = before?.level === 'useful-here';
  const others = usefulTo.filter((each) => !isNamed(each));
  const named = useful && org && support.shown !== 'count-only' ? [...others, org] : useful ? usefulTo : others;
  const known = usefulTo.length !== others.length;
  const { support: _, ...rest } = idea.me ?? {};
  return {
    ...idea,
    counts: {
      ...counts,
      supports: Math.max(0, counts.supports + (support ? 1 : 0) - (before ? 1 : 0)),
      joins: Math.max(0, counts.joins + (support?.level === 'i-join' ? 1 : 0) - (before?.level === 'i-join' ? 1 : 0)),
      usefulHere: Math.max(
        0,
        counts.usefulHere + (useful && !wasUseful && !known ? 1 : 0) - (!useful && wasUseful ? 1 : 0),
      ),
    },
    usefulTo: named,
    me: { ...rest, ...(support && { support }) },
  };
}
