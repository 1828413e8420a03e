import { sql, type RawBuilder } from 'kysely';
import type { AccountCaller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import { visibleIdeas } from '../ideas/idea-rules.ts';

/** What a piece of news can be about, as its reader may know it. */
export interface NewsObjects {
  readonly idea?: { readonly id: string; readonly title: string };
  readonly event?: { readonly id: string; readonly title: string };
  readonly impulse?: { readonly id: string; readonly title: string };
  /** A request for contact; `title` is what it is about, or empty. */
  readonly contact?: { readonly id: string; readonly title: string };
}

/** Columns of what news are about; over `notification` joined with `idea`, `event`, `impulse` and `contactRequest`. */
export interface NewsObjectRow {
  readonly ideaId: string | null;
  readonly ideaTitle: string | null;
  readonly eventId: string | null;
  readonly eventTitle: string | null;
  readonly impulseId: string | null;
  readonly impulseTitle: string | null;
  readonly contactId: string | null;
  readonly contactTopic: string | null;
}

/** News about ideas and events that the reader may not see (any more) are not told. */
export const tellableNews = (caller: AccountCaller): RawBuilder<boolean> => {
  const columns = {
    visibility: 'event.visibility',
    orgId: 'event.orgId',
    unit: 'event.unit',
    createdBy: 'event.createdBy',
  };
  return sql<boolean>`((notification.idea_id is null or ${visibleIdeas(caller)})
    and (notification.event_id is null or ${visibleRows(caller, columns)}))`;
};

export const eventTitle = sql<string | null>`event.document->>'title'`;

/** Those who hear that an impulse was taken back knew it by its title; later it is its author's alone. */
export const impulseTitle = ({ person }: AccountCaller): RawBuilder<string | null> =>
  sql<string | null>`case when impulse.state <> 'withdrawn' or impulse.created_by = ${person.id}
    or notification.kind = 'impulse-withdrawn' then impulse.title end`;

const objectOf = (id: string | null, title: string | null) =>
  id !== null && title !== null ? { id, title } : undefined;

export function newsObjects(row: NewsObjectRow): NewsObjects {
  const idea = objectOf(row.ideaId, row.ideaTitle);
  const event = objectOf(row.eventId, row.eventTitle);
  const impulse = objectOf(row.impulseId, row.impulseTitle);
  const contact = objectOf(row.contactId, row.contactTopic ?? '');
  return {
    ...(idea && { idea }),
    ...(event && { event }),
    ...(impulse && { impulse }),
    ...(contact && { contact }),
  };
}
