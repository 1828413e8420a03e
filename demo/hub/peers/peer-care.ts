import { sql, type RawBuilder } from 'kysely';
import { Type } from 'typebox';
import { addDays } from '../../../src/model/plain-date.ts';
import type { HubTransaction } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { notify } from '../notifications/notify.ts';
import { entryMail } from './peer-mail.ts';
import type { EntryNews } from './peer-mail-words.ts';
import { todayOf } from './peer-store.ts';
import './peer-tables.ts';

const CHUNK = 100;
/** Days before the end of an offer that it is spoken of. */
const OFFER_NEAR_DAYS = 7;

/** One round, every morning. */
export const PEER_CARE = defineJob({ name: 'peers.care', data: Type.Object({}), once: true });

/** What one round of care did. */
export interface PeerCareCounts {
  readonly reminded: number;
  readonly expired: number;
  readonly offers: number;
}

/** When somebody is reminded: 30 days before the end, of a short consent 7. */
const REMINDED_FROM = sql`consent_expires_at - case when consent_expires_at - consent_at > interval '60 days'
  then interval '30 days' else interval '7 days' end`;

interface Owner {
  readonly personId: string;
  readonly consentExpiresAt: Date | null;
}

/** Tells somebody about their entry in the page and by a mail of its own, unless they have switched that off. */
async function tell(hub: Hub, transaction: HubTransaction, kind: EntryNews, owner: Owner): Promise<void> {
  const { personId, consentExpiresAt } = owner;
  const news = `profile-${kind}` as const;
  if (consentExpiresAt === null) return;
  const accounts = await transaction
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
    .select(['account.id', 'account.email', 'account.locale', 'person.displayName', 'accountSettings.settings'])
    .where('account.personId', '=', personId)
    .execute();
  await notify(transaction, { kind: news, to: [personId], mailed: hub.mailer.isEnabled });
  for (const { id, email, locale, displayName, settings } of accounts) {
    if (email === null || settings?.muted?.includes(news)) continue;
    const language = settings?.locale ?? (locale === 'en' ? 'en' : 'de');
    const receiver = { accountId: id, displayName, locale: language };
    await hub.mailer.send(transaction, entryMail(hub.config, receiver, { kind, expiresAt: consentExpiresAt }));
  }
}

/** Tells everybody whose entry a condition finds, some at a time and each once; several hubs may do it at once. */
async function tellOwners(hub: Hub, kind: EntryNews, condition: RawBuilder<boolean>): Promise<number> {
  const now = new Date(hub.clock());
  let count = 0;
  for (;;) {
    const done = await hub.database.write([], async (transaction) => {
      const rows = await transaction
        .selectFrom('peerProfile')
        .select(['personId', 'consentExpiresAt'])
        .where('listed', '=', true)
        .where(condition)
        .orderBy('personId')
        .limit(CHUNK)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const row of rows) {
        await tell(hub, transaction, kind, row);
        await transaction
          .updateTable('peerProfile')
          .set({ remindedAt: now })
          .where('personId', '=', row.personId)
          .execute();
      }
      return rows.length;
    });
    count += done;
    if (done < CHUNK) return count;
  }
}

/** Reminds of offers and seeks that end soon, each once; what stood for some days only is not spoken of. */
async function remindOfOffers(hub: Hub): Promise<number> {
  const now = new Date(hub.clock());
  const today = todayOf(hub, now.getTime());
  const near = addDays(today, OFFER_NEAR_DAYS);
  let count = 0;
  for (;;) {
    const done = await hub.database.write([], async (transaction) => {
      const rows = await transaction
        .selectFrom('peerOffer')
        .select(['id', 'personId', 'topic'])
        .where('state', '=', 'open')
        .where(sql<boolean>`until between ${today}::date and ${near}::date`)
        .where(sql<boolean>`created_at < until - ${OFFER_NEAR_DAYS}::int`)
        // Who has been reminded and then renewed it is reminded of the new end.
        .where(sql<boolean>`(reminded_at is null or reminded_at < until - ${OFFER_NEAR_DAYS + 1}::int)`)
        .orderBy('id')
        .limit(CHUNK)
        .forUpdate()
        .skipLocked()
        .execute();
      for (const { id, personId, topic } of rows) {
        const { label } = hub.directory.topicOf(topic);
        await notify(transaction, { kind: 'offer-expiring', to: [personId], text: label.de ?? label.en ?? topic });
        await transaction.updateTable('peerOffer').set({ remindedAt: now }).where('id', '=', id).execute();
      }
      return rows.length;
    });
    count += done;
    if (done < CHUNK) return count;
  }
}

/**
 * One round of care: tells people that their consent runs out, that it has run out, and that an offer ends. An entry is
 * hidden by the clock and waits for no job; nothing is deleted. Safe to run twice, and in several hubs at once.
 */
export async function careForPeers(hub: Hub): Promise<PeerCareCounts> {
  const now = new Date(hub.clock());
  const over = sql<boolean>`consent_expires_at <= ${now} and (reminded_at is null or reminded_at < consent_expires_at)`;
  const near = sql<boolean>`consent_expires_at > ${now} and reminded_at is null and ${REMINDED_FROM} <= ${now}`;
  return {
    expired: await tellOwners(hub, 'expired', over),
    reminded: await tellOwners(hub, 'expiring', near),
    offers: await remindOfOffers(hub),
  };
}

/** Has entries looked after every morning, once over all hubs. Before the jobs start. */
export function schedulePeerCare(hub: Hub): void {
  hub.jobs.define(PEER_CARE, async () => void (await careForPeers(hub)));
  hub.jobs.schedule(PEER_CARE, '43 5 * * *', {}, hub.config.timeZone);
}
