import type { Kysely } from 'kysely';
import { findPeople } from '../accounts/person-refs.ts';
import { defaultSettings } from '../accounts/settings.ts';
import type { HubTransaction, Tables } from '../database/database.ts';
import type { Hub } from '../hub.ts';
import { notify } from '../notifications/notify.ts';
import { findAbouts, type About } from './contact-about.ts';
import { CONTACTS_TOPIC, stateAt } from './contact-facts.ts';
import { contactMail, type ContactItem, type ContactReceiver } from './contact-mail.ts';
import type { RequestRow } from './contact-store.ts';
import './contact-tables.ts';

interface Told {
  readonly receiver: ContactReceiver;
  readonly hasAddress: boolean;
  readonly muted: readonly string[];
}

async function findReceiver(hub: Hub, db: Kysely<Tables>, personId: string): Promise<Told | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .leftJoin('accountSettings', 'accountSettings.accountId', 'account.id')
    .select(['account.id', 'account.email', 'account.locale', 'person.displayName', 'accountSettings.settings'])
    .where('account.personId', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { locale } = defaultSettings(hub.config);
  return {
    receiver: {
      accountId: row.id,
      displayName: row.displayName,
      locale: row.settings?.locale ?? (row.locale === 'en' || row.locale === 'de' ? row.locale : locale),
    },
    hasAddress: row.email !== null,
    muted: row.settings?.muted ?? [],
  };
}

/** Tells one of the two, in the page and by a mail of its own, unless they have switched that off. */
async function tell(
  hub: Hub,
  transaction: HubTransaction,
  { to, by, text }: { readonly to: string; readonly by: string; readonly text?: string },
  item: Omit<ContactItem, 'who'>,
): Promise<void> {
  const told = await findReceiver(hub, transaction, to);
  if (!told) return;
  const kind = `contact-${item.kind}` as const;
  const mailed = told.hasAddress && hub.mailer.isEnabled && !told.muted.includes(kind);
  await notify(transaction, { kind, to: [to], by, contactId: item.id, mailed, ...(text !== undefined && { text }) });
  if (!mailed) return;
  const people = await findPeople(hub, transaction, [by]);
  await hub.mailer.send(transaction, contactMail(hub.config, told.receiver, { ...item, who: people(by) }));
}

/**
 * Tells somebody that a request has arrived, once. A job does it, so that an answer to the sender costs the same work
 * whether the request was delivered or never will be.
 */
export async function tellOfRequest(hub: Hub, id: string): Promise<void> {
  const { database, clock } = hub;
  const found = await database.kysely
    .selectFrom('contactRequest')
    .leftJoin('account', 'account.personId', 'contactRequest.toPerson')
    .select(['account.id as accountId', 'contactRequest.aboutType', 'contactRequest.aboutId'])
    .where('contactRequest.id', '=', id)
    .where('contactRequest.hidden', '=', false)
    .executeTakeFirst();
  if (!found?.accountId) return;
  // Asked before the transaction: they are other questions to the database.
  const caller = await hub.accounts.caller(found.accountId);
  if (caller?.kind !== 'account') return;
  const { aboutType: type, aboutId } = found;
  const ref = type && aboutId !== null ? { type, id: aboutId } : undefined;
  const about: About | undefined = ref && (await findAbouts(hub, database.kysely, caller, [ref], clock()))(ref);
  await database.write([CONTACTS_TOPIC], async (transaction) => {
    const row = await transaction
      .selectFrom('contactRequest')
      .selectAll()
      .where('id', '=', id)
      .where('toldAt', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row || stateAt(row, clock()) !== 'sent') return;
    await transaction
      .updateTable('contactRequest')
      .set({ toldAt: new Date(clock()) })
      .where('id', '=', id)
      .execute();
    const { fromPerson: by, toPerson: to, topic, message, expiresAt } = row;
    await tell(
      hub,
      transaction,
      { to, by, text: message },
      { kind: 'requested', id, message, expiresAt, ...(topic !== null && { topic }), ...(about && { about }) },
    );
  });
}

/** Tells who sent a request what the answer is. That they were blocked, nobody tells them: it reads like a refusal. */
export async function tellOfAnswer(hub: Hub, transaction: HubTransaction, row: RequestRow): Promise<void> {
  const { id, fromPerson: to, toPerson: by, topic, answerReveal, state } = row;
  await tell(
    hub,
    transaction,
    { to, by },
    {
      kind: state === 'accepted' ? 'accepted' : 'declined',
      id,
      ...(topic !== null && { topic }),
      given: answerReveal.length > 0,
    },
  );
}
