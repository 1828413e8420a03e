import { sql } from 'kysely';
import { countRows } from '../accounts/count-rows.ts';
import type { PersonalDataPart } from '../accounts/personal-data.ts';
import type { Hub } from '../hub.ts';
import { stateAt, stateForSender } from './contact-facts.ts';
import './contact-tables.ts';

/**
 * Requests that somebody sent and got, and whom they blocked. They hear what they see in the page, so that no export tells
 * who has blocked them. With the account all of it goes, also what others wrote to them and they to others.
 */
export const contactData = ({ clock }: Pick<Hub, 'clock'>): PersonalDataPart => ({
  name: 'contacts',
  async export(transaction, { personId }) {
    const now = clock();
    const rows = await transaction
      .selectFrom('contactRequest')
      .innerJoin('person as sender', 'sender.id', 'contactRequest.fromPerson')
      .innerJoin('person as receiver', 'receiver.id', 'contactRequest.toPerson')
      .selectAll('contactRequest')
      .select(['sender.displayName as from', 'receiver.displayName as to'])
      .where((where) =>
        where.or([
          where('fromPerson', '=', personId),
          where.and([where('toPerson', '=', personId), where('hidden', '=', false)]),
        ]),
      )
      .orderBy('createdAt')
      .orderBy('contactRequest.id')
      .execute();
    const told = rows.map((row) => {
      const own = row.fromPerson === personId;
      const state = own ? stateForSender(stateAt(row, now)) : stateAt(row, now);
      const { id, from, to, topic, message, reveal, answerReveal, createdAt, expiresAt, answeredAt } = row;
      return {
        id,
        from,
        to,
        ...(own || state !== 'withdrawn'
          ? { topic, message, aboutType: row.aboutType, aboutId: row.aboutId }
          : { message: '' }),
        reveal,
        answerReveal,
        state,
        createdAt,
        expiresAt,
        answeredAt,
        own,
      };
    });
    const blocked = await transaction
      .selectFrom('peerBlock')
      .innerJoin('person', 'person.id', 'peerBlock.blockedId')
      .select(['person.displayName', 'peerBlock.at'])
      .where('peerBlock.personId', '=', personId)
      .orderBy('peerBlock.at')
      .execute();
    const ofSide = (wanted: boolean) => told.flatMap(({ own, ...request }) => (own === wanted ? [request] : []));
    return { sent: ofSide(true), received: ofSide(false), blocked };
  },
  async foresee(transaction, { personId }) {
    // As many as the person knows of: what never reached them, and who has blocked them, is not told here either.
    const known = sql`from_person = ${personId} or (to_person = ${personId} and not hidden)`;
    return {
      deleted: {
        requests: await countRows(transaction, 'contact_request', known),
        blocks: await countRows(transaction, 'peer_block', sql`person_id = ${personId}`),
      },
    };
  },
  async erase({ transaction, personId }) {
    await transaction
      .deleteFrom('contactRequest')
      .where((where) => where.or([where('fromPerson', '=', personId), where('toPerson', '=', personId)]))
      .execute();
    await transaction
      .deleteFrom('peerBlock')
      .where((where) => where.or([where('personId', '=', personId), where('blockedId', '=', personId)]))
      .execute();
  },
});
