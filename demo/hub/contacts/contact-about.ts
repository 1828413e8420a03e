import { sql, type Kysely } from 'kysely';
import type { ContactRequest } from '../../../src/model/contact-request.ts';
import { isSeenBy } from '../../../src/model/peer.ts';
import type { Caller } from '../authorization/caller.ts';
import { visibleRows } from '../authorization/visible-rows.ts';
import type { Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { visibleIdeas } from '../ideas/idea-rules.ts';
import { fieldVisibilityOf } from '../peers/field-visibility.ts';
import { audienceOf } from '../peers/peer-audience.ts';
import { findProfiles, isListed, visibilityOf } from '../peers/peer-store.ts';

export type About = NonNullable<ContactRequest['about']>;
type AboutRef = Pick<About, 'type' | 'id'>;

const EVENT_COLUMNS = {
  visibility: 'event.visibility',
  orgId: 'event.orgId',
  unit: 'event.unit',
  createdBy: 'event.createdBy',
};

const keyOf = ({ type, id }: AboutRef): string => `${type} ${id}`;

/** What requests are about, with the titles that the caller may see; of everything else nothing. */
export async function findAbouts(
  hub: Hub,
  db: Kysely<Tables>,
  caller: Caller,
  refs: readonly AboutRef[],
  now: number,
): Promise<(ref: AboutRef) => About | undefined> {
  const idsOf = (type: About['type']): string[] => [
    ...new Set(refs.filter((ref) => ref.type === type).map(({ id }) => id)),
  ];
  const found = new Map<string, About>();
  const keep = (type: About['type'], { id, title }: { readonly id: string; readonly title: string | null }): void => {
    if (title) found.set(keyOf({ type, id }), { type, id, title });
  };
  const [ideas, events, offers] = [idsOf('idea'), idsOf('event'), idsOf('offer')];
  if (ideas.length > 0) {
    const rows = await db
      .selectFrom('idea')
      .select(['idea.id', 'idea.title'])
      .where(sql<boolean>`idea.id = any(${ideas}::text[])`)
      .where(visibleIdeas(caller))
      .execute();
    for (const row of rows) keep('idea', row);
  }
  if (events.length > 0) {
    const rows = await db
      .selectFrom('event')
      .select(['event.id', sql<string | null>`event.document->>'title'`.as('title')])
      .where(sql<boolean>`event.id = any(${events}::text[])`)
      .where(visibleRows(caller, EVENT_COLUMNS))
      .execute();
    for (const row of rows) keep('event', row);
  }
  if (offers.length > 0) for (const row of await seenOffers(hub, db, caller, offers, now)) keep('offer', row);
  return (ref) => found.get(keyOf(ref));
}

/** Offers and seeks stand in entries: who does not see the entry, or this part of it, sees none of them. */
async function seenOffers(hub: Hub, db: Kysely<Tables>, caller: Caller, ids: readonly string[], now: number) {
  const rows = await db
    .selectFrom('peerOffer')
    .select(['id', 'personId', 'topic'])
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute();
  const profiles = await findProfiles(
    db,
    rows.map(({ personId }) => personId),
  );
  const seen = new Set(
    profiles
      .filter((row) => {
        if (caller.kind === 'account' && caller.person.id === row.personId) return true;
        const [entry, audience] = [visibilityOf(row), audienceOf(caller, row)];
        const { offers } = fieldVisibilityOf(entry, row.fieldVisibility);
        return isListed(row, now) && isSeenBy(entry, audience) && isSeenBy(offers, audience);
      })
      .map(({ personId }) => personId),
  );
  return rows
    .filter(({ personId }) => seen.has(personId))
    .map(({ id, topic }) => ({ id, title: hub.directory.topicOf(topic).label[hub.config.language] ?? topic }));
}
