import { sql } from 'kysely';
import { Type } from 'typebox';
import { DAY_MS } from '../../../src/model/plain-date.ts';
import { defaultSettings } from '../accounts/settings.ts';
import type { AccountCaller } from '../authorization/caller.ts';
import type { Hub } from '../hub.ts';
import '../contacts/contact-tables.ts';
import '../impulses/impulse-tables.ts';
import { defineJob } from '../jobs/job-kind.ts';
import { digestMail, type Digest } from './digest-mail.ts';
import { eventTitle, impulseTitle, newsObjects, tellableNews } from './news-objects.ts';
import './notification-tables.ts';

type Rhythm = Digest['rhythm'];

/** Older news is in the page, but no mail brings it up any more. */
const NEWS_DAYS = 14;

/** When each rhythm is due, in the zone of the hub. `at-once` collects what happens together. */
const RHYTHMS: readonly { readonly rhythm: Rhythm; readonly cron: string }[] = [
  { rhythm: 'at-once', cron: '*/5 * * * *' },
  { rhythm: 'daily', cron: '0 7 * * *' },
  { rhythm: 'weekly', cron: '0 7 * * 1' },
];

interface Receiver {
  readonly caller: AccountCaller;
  readonly displayName: string;
  readonly locale: 'de' | 'en';
  readonly muted: readonly string[];
}

/**
 * Sends everybody who wants news in this rhythm one mail with what they have neither read nor been mailed. A mail and
 * the mark that it was sent are one transaction: a hub that dies in between sends it neither twice nor never.
 * @returns the number of mails
 */
export async function sendDigests(hub: Hub, rhythm: Rhythm): Promise<number> {
  const { database, mailer, config, clock } = hub;
  if (!mailer.isEnabled) return 0;
  const defaults = defaultSettings(config);
  const since = new Date(clock() - NEWS_DAYS * DAY_MS);
  const accounts = await database.kysely
    .selectFrom('account')
    .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
    .select(['account.id', 'account.locale', 'accountSettings.settings'])
    .where('account.email', 'is not', null)
    .where(sql<boolean>`coalesce(account_settings.settings->>'digest', ${defaults.digest}) = ${rhythm}`)
    .where((where) =>
      where.exists(
        where
          .selectFrom('notification')
          .select('notification.id')
          .whereRef('notification.personId', '=', 'account.personId')
          .where('mailedAt', 'is', null)
          .where('readAt', 'is', null)
          .where('at', '>', since),
      ),
    )
    .execute();
  let count = 0;
  for (const { id, locale, settings } of accounts) {
    // Asked before the transaction: it is another question to the database.
    const caller = await hub.accounts.caller(id);
    if (caller?.kind !== 'account') continue;
    const sent = await sendDigest(hub, rhythm, since, {
      caller,
      displayName: caller.person.displayName,
      locale: settings?.locale ?? (locale === 'en' ? 'en' : 'de'),
      muted: settings?.muted ?? [],
    });
    if (sent) count += 1;
  }
  return count;
}

async function sendDigest(hub: Hub, rhythm: Rhythm, since: Date, receiver: Receiver): Promise<boolean> {
  const { database, mailer, config, clock } = hub;
  const { caller, displayName, locale, muted } = receiver;
  return database.write([], async (transaction) => {
    const rows = await transaction
      .selectFrom('notification')
      .leftJoin('idea', 'idea.id', 'notification.ideaId')
      .leftJoin('event', 'event.id', 'notification.eventId')
      .leftJoin('impulse', 'impulse.id', 'notification.impulseId')
      .leftJoin('contactRequest', 'contactRequest.id', 'notification.contactId')
      .leftJoin('person', 'person.id', 'notification.byPerson')
      .select(['notification.id', 'notification.kind', 'notification.text', 'person.displayName'])
      .select(['notification.ideaId', 'idea.title as ideaTitle', 'notification.eventId', eventTitle.as('eventTitle')])
      .select(['notification.impulseId', impulseTitle(caller).as('impulseTitle')])
      .select(['notification.contactId', 'contactRequest.topic as contactTopic'])
      .select(tellableNews(caller).as('visible'))
      .where('notification.personId', '=', caller.person.id)
      .where('notification.mailedAt', 'is', null)
      .where('notification.readAt', 'is', null)
      .where('notification.at', '>', since)
      .orderBy('notification.at')
      .orderBy('notification.id')
      .forUpdate('notification')
      .skipLocked()
      .execute();
    if (rows.length === 0) return false;
    await transaction
      .updateTable('notification')
      .set({ mailedAt: new Date(clock()) })
      .where(
        'id',
        'in',
        rows.map(({ id }) => id),
      )
      .execute();
    // What was switched off or taken out of sight since then is not told any more.
    const items = rows
      .filter(({ kind, visible }) => !muted.includes(kind) && visible)
      .map((row) => ({
        kind: row.kind,
        ...(row.displayName !== null && { by: row.displayName }),
        ...newsObjects(row),
        ...(row.text !== null && { text: row.text }),
      }));
    if (items.length === 0) return false;
    const { title: network, publicUrl } = config;
    return mailer.send(
      transaction,
      digestMail({
        accountId: caller.accountId,
        displayName,
        locale,
        rhythm,
        network,
        items,
        ...(publicUrl && { publicUrl }),
      }),
    );
  });
}

/** Removes what people were told more than `retention.notificationDays` ago; gives the number. */
export async function forgetNotifications({ database, config, clock }: Hub): Promise<number> {
  const before = new Date(clock() - config.retention.notificationDays * DAY_MS);
  const { numDeletedRows } = await database.write([], (transaction) =>
    transaction.deleteFrom('notification').where('at', '<', before).executeTakeFirst(),
  );
  return Number(numDeletedRows);
}

const FORGET = defineJob({ name: 'notifications.forget', data: Type.Object({}), once: true });

/** Has news mailed in each rhythm and old news removed every night, once over all hubs. Before the jobs start. */
export function scheduleDigests(hub: Hub): void {
  const { jobs, config } = hub;
  for (const { rhythm, cron } of RHYTHMS) {
    const kind = defineJob({ name: `notifications.${rhythm}`, data: Type.Object({}), once: true });
    jobs.define(kind, async () => void (await sendDigests(hub, rhythm)));
    jobs.schedule(kind, cron, {}, config.timeZone);
  }
  jobs.define(FORGET, async () => void (await forgetNotifications(hub)));
  jobs.schedule(FORGET, '17 2 * * *', {}, config.timeZone);
}
