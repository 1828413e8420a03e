import assert from 'node:assert/strict';
import { sql, type Insertable } from 'kysely';
import type { AppOptions } from '../../../demo/hub/app.ts';
import { tellOfRequest } from '../../../demo/hub/contacts/contact-news.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import type { Channels } from '../../../src/model/peer-profile.ts';
import type { PeerDocument, PeerProfileTable } from '../../../demo/hub/peers/peer-tables.ts';
import { NETWORK, personId, type Answer, type Who } from '../participation/ideas-hub.ts';
import { DAY, startMeetingsHub, type MeetingsHub } from '../registration/meetings-hub.ts';
import { NOW, type Engine } from '../support/test-hub.ts';

export const MESSAGE = 'Wie haben Sie die Anträge gekürzt? Wir stehen gerade am Anfang.';

export interface Entry {
  readonly document?: PeerDocument;
  readonly channels?: Channels;
  readonly monthlyRequests?: number;
  readonly visibility?: string;
  readonly listed?: boolean;
  readonly consentExpiresAt?: Date;
  readonly unit?: string;
}

export interface ContactsHub extends MeetingsHub {
  /** Puts somebody into the directory, as they would have published themselves. */
  entry(who: Who, entry?: Entry): Promise<void>;
  /** Asks somebody for contact; gives the whole answer. */
  ask(from: Who, to: Who, input?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Asks, and gives the id. */
  asked(from: Who, to: Who, input?: object): Promise<string>;
  reply(who: Who, id: string, action: string, input?: object): Promise<Answer>;
  /** A request as one of the two sees it. */
  seen(who: Who, id: string): Promise<Answer>;
  /** Does what waits to be done about requests that were sent. */
  deliver(): Promise<void>;
  /** People beyond the network, with accounts and addresses: `extra-1` and so on. */
  addPeople(count: number): Promise<readonly Who[]>;
  /** Forgets every request, block, entry and piece of news. */
  clear(): Promise<void>;
}

/** A hub with people in the directory; mails wait to be looked at. */
export async function startContactsHub(engine: Engine, options: Partial<AppOptions> = {}): Promise<ContactsHub> {
  const hub = await startMeetingsHub(engine, options);
  const { database, as, parts } = hub;
  await parts.jobs.start({ work: false, onError: () => undefined });

  const ask: ContactsHub['ask'] = (from, to, input = {}, headers = {}) =>
    as(from, 'POST /contact-requests', { toId: personId(to), message: MESSAGE, reveal: ['email'], ...input }, headers);

  return Object.assign(hub, {
    ask,
    async entry(who: Who, { document = {}, channels = {}, listed = true, ...rest }: Entry = {}) {
      const known = NETWORK.find(({ id }) => id === who);
      const values: Omit<Insertable<PeerProfileTable>, 'personId'> = {
        visibility: 'network',
        monthlyRequests: 5,
        ...rest,
        document: JSON.stringify(document),
        fieldVisibility: '{}',
        channels: JSON.stringify(channels),
        listed,
        consentAt: new Date(NOW - DAY),
        consentVersion: 'test',
        consentExpiresAt: rest.consentExpiresAt ?? new Date(NOW + 365 * DAY),
        orgId: known?.org.id ?? null,
        sortName: foldText(known?.displayName ?? who),
      };
      await database.write(['peer'], (transaction) =>
        transaction
          .insertInto('peerProfile')
          .values({ personId: personId(who), ...values })
          .onConflict((conflict) => conflict.column('personId').doUpdateSet(values))
          .execute(),
      );
    },
    async asked(from: Who, to: Who, input?: object) {
      const { status, body } = await ask(from, to, input);
      assert.equal(status, 201, JSON.stringify(body));
      return body.id as string;
    },
    reply: (who: Who, id: string, action: string, input?: object) =>
      as(who, `POST /contact-requests/${id}/${action}`, input ?? {}),
    seen: (who: Who, id: string) => as(who, `GET /contact-requests/${id}`),
    async deliver() {
      const { rows } = await sql<{ data: { id: string } }>`with gone as (
          delete from jobs.job where name = 'contacts.tell' returning data, created_on)
        select data from gone order by created_on`.execute(database.kysely);
      for (const { data } of rows) await tellOfRequest(parts, data.id);
    },
    async addPeople(count: number) {
      const people = Array.from({ length: count }, (_, index): Who => `extra-${index}`);
      await database.write(['account'], async (transaction) => {
        await transaction
          .insertInto('person')
          .values(people.map((who) => ({ id: personId(who), displayName: who, orgId: null })))
          .execute();
        await transaction
          .insertInto('account')
          .values(
            people.map((who) => ({
              id: `account-${who}`,
              personId: personId(who),
              issuer: 'test',
              subject: who,
              email: `${who}@auental.example`,
            })),
          )
          .execute();
      });
      return people;
    },
    async clear() {
      await database.write(['peer', 'contact'], async (transaction) => {
        for (const table of ['contactRequest', 'peerBlock', 'peerProfile', 'notification', 'auditEntry'] as const)
          await transaction.deleteFrom(table).execute();
      });
      await sql`delete from jobs.job where name in ('contacts.tell', 'mail.send')`.execute(database.kysely);
    },
  });
}
