import type { Static } from 'typebox';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import type { Directory } from '../directory/directory.ts';
import type { FieldCheck } from '../http/characters.ts';
import type { ImpulseDateSchema, ImpulsePatchSchema, NewImpulseSchema } from './impulse-schema.ts';
import type { ImpulseRow } from './impulse-store.ts';

export type NewImpulse = Static<typeof NewImpulseSchema>;
export type ImpulsePatch = Static<typeof ImpulsePatchSchema>;
export type ImpulseDate = Static<typeof ImpulseDateSchema>;

/** Minutes of an impulse that names none. */
const USUAL_MINUTES = 30;

/** Ids of the configured topics that an input names. */
export function checkTopics(ids: readonly string[], directory: Directory, check: FieldCheck): string[] {
  const topics: string[] = [];
  ids.forEach((id, index) => {
    const topic = directory.topic(id);
    if (!topic) check.wrong(`topicIds.${index}`, 'not-found', 'is not a topic of this hub');
    else if (!topics.includes(topic.id)) topics.push(topic.id);
  });
  return topics;
}

/** The words of an impulse: what the input names, else what was there before. */
export function checkImpulse(
  input: ImpulsePatch,
  before: ImpulseRow | undefined,
  directory: Directory,
  check: FieldCheck,
): Pick<ImpulseRow, 'title' | 'abstract' | 'topicIds' | 'minutes'> {
  const { title, abstract, topicIds, minutes } = input;
  const line = { min: 1, max: EVENT_LIMITS.offerTitle, line: true };
  return {
    title: (title === undefined ? before?.title : check.text('title', title, line)) ?? '',
    abstract:
      abstract === undefined
        ? (before?.abstract ?? null)
        : (check.text('abstract', abstract ?? '', { max: EVENT_LIMITS.offerAbstract }) ?? null),
    topicIds: topicIds === undefined ? (before?.topicIds ?? []) : checkTopics(topicIds, directory, check),
    minutes: minutes ?? before?.minutes ?? USUAL_MINUTES,
  };
}
