import type { Static } from 'typebox';
import { IDEA_LIMITS, type IdeaReach } from '../../../src/model/idea.ts';
import { maySee } from '../authorization/can.ts';
import type { Caller } from '../authorization/caller.ts';
import type { HubTransaction } from '../database/database.ts';
import { guardedEvent } from '../events/event-mapping.ts';
import { findEvent } from '../events/event-store.ts';
import type { Hub } from '../hub.ts';
import type { FieldCheck } from '../http/characters.ts';
import type { IdeaRow } from './idea-rules.ts';
import type { IdeaPatchSchema, NewIdeaSchema } from './idea-schema.ts';
import type { IdeaDocument, KeptNeed } from './idea-tables.ts';

export type NewIdeaInput = Static<typeof NewIdeaSchema>;
export type IdeaPatch = Static<typeof IdeaPatchSchema>;

/** An idea that may be stored; which uploads it may show is asked elsewhere. */
export interface CheckedIdea {
  readonly title: string;
  readonly reach: IdeaReach;
  readonly orgId: string | null;
  readonly topicIds: string[];
  readonly document: IdeaDocument;
}

export interface CheckOptions {
  readonly hub: Pick<Hub, 'directory' | 'config'>;
  readonly transaction: HubTransaction;
  readonly caller: Caller;
  /** The idea as it is, for a change. */
  readonly row?: IdeaRow;
  /** Nothing is required yet. */
  readonly draft: boolean;
  /** Organisation that it belongs to where none is named. */
  readonly homeId: string | null;
  /** Organisations that the caller may name. */
  readonly mayName: (orgId: string) => boolean;
}

function checkTopics(input: IdeaPatch, { hub, row }: CheckOptions, check: FieldCheck): string[] {
  if (!input.topicIds) return row?.topicIds ?? [];
  const topics: string[] = [];
  input.topicIds.forEach((text, index) => {
    const topic = hub.directory.topic(text);
    if (!topic) check.wrong(`topicIds.${index}`, 'not-found', 'is not a topic of this hub');
    else if (!topics.includes(topic.id)) topics.push(topic.id);
  });
  return topics;
}

function checkTags(input: IdeaPatch, before: readonly string[], check: FieldCheck): readonly string[] {
  if (!input.tags) return before;
  const tags = new Map<string, string>();
  input.tags.forEach((value, index) => {
    const tag = check.text(`tags.${index}`, value.replace(/^\s*#+/, ''), { max: IDEA_LIMITS.tag, line: true });
    if (tag !== undefined && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  });
  return [...tags.values()];
}

function checkNeeds(input: IdeaPatch, before: readonly KeptNeed[], check: FieldCheck): readonly KeptNeed[] {
  if (!input.needs) return before;
  const known = [...before];
  return input.needs.map(({ kind, text: written }, index) => {
    const text = check.text(`needs.${index}.text`, written, { max: IDEA_LIMITS.needText });
    // Who meets a need goes on meeting it as long as it is the same.
    const same = known.findIndex((other) => other.kind === kind && other.text === text);
    const filledBy = same < 0 ? undefined : known.splice(same, 1)[0]?.filledBy;
    return { kind, ...(text !== undefined && { text }), ...(filledBy !== undefined && { filledBy }) };
  });
}

function checkOrg(input: IdeaPatch, options: CheckOptions, check: FieldCheck): string | null {
  const { hub, row, homeId, mayName } = options;
  if (input.orgId === undefined) return row ? row.orgId : homeId;
  if (row && input.orgId === row.orgId) return row.orgId;
  const organisation = hub.directory.organisation(input.orgId);
  const id = organisation?.id ?? (input.orgId === homeId ? homeId : undefined);
  if (id === undefined) check.wrong('orgId', 'not-found', 'is not an organisation of this hub');
  else if (!mayName(id)) check.wrong('orgId', 'not-allowed', 'must be an organisation that you belong to');
  return id ?? null;
}

async function checkEvent(
  input: IdeaPatch,
  before: string | undefined,
  { transaction, caller }: CheckOptions,
  check: FieldCheck,
): Promise<string | undefined> {
  if (input.eventId === undefined) return before;
  if (input.eventId === null) return undefined;
  if (input.eventId === before) return before;
  const event = await findEvent(transaction, input.eventId);
  if (event && maySee(caller, guardedEvent(event))) return event.id;
  check.wrong('eventId', 'not-found', 'is not an event of this hub');
  return undefined;
}

/**
 * Turns what somebody wrote into what is stored, whole. What a change leaves out stays as it is.
 * @param check collects what is wrong; the caller adds what it finds and ends it
 */
export async function checkIdea(input: IdeaPatch, options: CheckOptions, check: FieldCheck): Promise<CheckedIdea> {
  const { hub, row, draft } = options;
  const old = row?.document;
  const long = (field: 'body' | 'problem' | 'benefitFor' | 'firstStep'): string | undefined =>
    input[field] === undefined
      ? old?.[field]
      : check.text(field, input[field] ?? undefined, { max: IDEA_LIMITS[field] });
  const title =
    input.title === undefined && row
      ? row.title
      : check.text('title', input.title ?? '', {
          min: draft ? 0 : IDEA_LIMITS.titleMin,
          max: IDEA_LIMITS.title,
          line: true,
        });
  const summary =
    input.summary === undefined && old
      ? old.summary
      : check.text('summary', input.summary ?? '', { min: draft ? 0 : 1, max: IDEA_LIMITS.summary });
  if (!draft && !row && input.reach === undefined) check.wrong('reach', 'required', 'must say who will see it');
  const place =
    input.place === undefined
      ? old?.place?.name
      : check.text('place.name', input.place?.name, { max: IDEA_LIMITS.place, line: true });
  const eventId = await checkEvent(input, old?.eventId, options, check);
  const texts = {
    body: long('body'),
    problem: long('problem'),
    benefitFor: long('benefitFor'),
    firstStep: long('firstStep'),
    place: place === undefined ? undefined : { name: place },
    eventId,
  };
  const { body: _body, problem: _problem, benefitFor: _benefit, firstStep: _step, ...others } = old ?? {};
  const { place: _place, eventId: _event, ...kept } = others as Partial<IdeaDocument>;
  return {
    title: title ?? '',
    reach: input.reach ?? row?.reach ?? 'within',
    orgId: checkOrg(input, options, check),
    topicIds: checkTopics(input, options, check),
    document: {
      ...kept,
      summary: summary ?? '',
      tags: checkTags(input, old?.tags ?? [], check),
      needs: checkNeeds(input, old?.needs ?? [], check),
      attachmentIds: [...new Set(input.attachmentIds ?? old?.attachmentIds ?? [])],
      lang: input.lang ?? old?.lang ?? hub.config.language,
      ...withoutAbsent(texts),
    },
  };
}

/** Absent fields are not written down at all. */
const withoutAbsent = <T extends Readonly<Record<string, unknown>>>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
