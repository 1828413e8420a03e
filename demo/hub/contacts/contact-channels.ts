import { sql, type Kysely } from 'kysely';
import { CHANNELS, type Channel, type Channels } from '../../../src/model/peer-profile.ts';
import type { Tables } from '../database/database.ts';
import '../accounts/account-tables.ts';
import '../peers/peer-tables.ts';

/**
 * How somebody can be reached, as their account and their entry say now: the one place of the hub that reads addresses for
 * anybody but their owner and the mailer. Nothing keeps a copy, so that who corrects or removes one has done so for
 * everybody.
 */
export async function channelsOf(db: Kysely<Tables>, personId: string): Promise<Channels> {
  const row = await db
    .selectFrom('person')
    .leftJoin('account', 'account.personId', 'person.id')
    .leftJoin('peerProfile', 'peerProfile.personId', 'person.id')
    .select(['account.email', sql<Channels | null>`peer_profile.channels`.as('channels')])
    .where('person.id', '=', personId)
    .orderBy('account.createdAt')
    .executeTakeFirst();
  const { email, phone, chat } = { ...row?.channels, ...(row?.email && { email: row.email }) };
  return { ...(email && { email }), ...(phone && { phone }), ...(chat && { chat }) };
}

/** Of these, what somebody has chosen to give, in the order of `CHANNELS`. */
export const givenChannels = (channels: Channels, reveal: readonly Channel[]): Channels =>
  Object.fromEntries(
    CHANNELS.flatMap((channel) => {
      const value = channels[channel];
      return value && reveal.includes(channel) ? [[channel, value]] : [];
    }),
  );
