import assert from 'node:assert/strict';
import { sql } from 'kysely';
import type { AppOptions } from '../../../demo/hub/app.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import type { Hub } from '../../../demo/hub/hub.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { startIdeasHub, type IdeasHub } from '../participation/ideas-hub.ts';
import { NOW, testConfig, type Engine } from '../support/test-hub.ts';

export const DAY = 86_400_000;

/** What a mail says, as its reader and their calendar see it. */
export interface ReadMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly method?: string;
  readonly file?: string;
}

export interface MeetingsHub extends IdeasHub {
  /** Epoch ms that the hub takes for now. */
  now: number;
  /** Mails that wait to be sent, oldest first; they are taken. */
  mails(): Promise<ReadMail[]>;
  /** A meetup of Stadt Lindenhafen next week, with registration; gives its id. */
  event(input?: object): Promise<string>;
  /** Changes an event as its organiser. */
  change(id: string, patch: object, recurrenceId?: string): Promise<Readonly<Record<string, unknown>>>;
  state(id: string): Promise<readonly (readonly [string, string, string])[]>;
  readonly parts: Hub;
}

interface SentJob {
  readonly to: { readonly accountId: string };
  readonly subject: string;
  readonly text: string;
  readonly calendar?: { readonly method: string; readonly content: string };
}

const EVENT = {
  title: 'Meetup: Formulare, die man versteht',
  start: new Date(NOW + 7 * DAY).toISOString(),
  end: new Date(NOW + 7 * DAY + 7_200_000).toISOString(),
  kind: 'meetup',
  organiser: { id: 'lindenhafen' },
  place: { name: 'Rathaus, Raum 12', address: 'Hafenstraße 1, Lindenhafen' },
  registration: { mode: 'hub', capacity: 2 },
};

/** A hub of three administrations that sends mails; `kalle` organises for Stadt Lindenhafen. */
export async function startMeetingsHub(
  engine: Engine,
  options: Partial<AppOptions> & { readonly config?: HubConfig } = {},
): Promise<MeetingsHub> {
  const base = testConfig();
  const clock = { now: NOW };
  const config: HubConfig = {
    ...base,
    publicUrl: 'https://netz.example',
    signIn: { ...base.signIn, mode: 'none' },
    // Nobody sends: what waits to be sent is looked at.
    mail: { ...base.mail, smtpUrl: 'smtp://127.0.0.1:9', from: 'Netzwerk <netz@netz.example>' },
    ...options.config,
  };
  const hub = await startIdeasHub(engine, { clock: () => clock.now, ...options, config });
  const { database, as } = hub;
  const parts = makeHub({ config: { ...hub.config, ...config }, database, clock: () => clock.now });

  return {
    ...hub,
    parts,
    get now() {
      return clock.now;
    },
    set now(now) {
      clock.now = now;
    },
    async mails() {
      const { rows } = await sql<{ data: SentJob }>`with gone as (
          delete from jobs.job where name = 'mail.send' returning data, created_on)
        select data from gone order by created_on`.execute(database.kysely);
      return rows.map(({ data: { to, subject, text, calendar } }) => ({
        to: to.accountId.replace('account-', ''),
        subject,
        text,
        ...(calendar && { method: calendar.method, file: calendar.content.replace(/\r\n /g, '') }),
      }));
    },
    async event(input = {}) {
      const made = await as('kalle', 'POST /events', { ...EVENT, ...input });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return made.body.id;
    },
    async change(id, patch, recurrenceId) {
      const query = recurrenceId ? `?${new URLSearchParams({ recurrenceId }).toString()}` : '';
      const changed = await as('kalle', `PATCH /events/${id}${query}`, patch, { 'if-match': '*' });
      assert.equal(changed.status, 200, JSON.stringify(changed.body));
      return changed.body;
    },
    async state(id) {
      const rows = await database.kysely
        .selectFrom('eventRegistration')
        .select(['personId', 'state', 'recurrenceKey'])
        .where('eventId', '=', id)
        .orderBy('recurrenceKey')
        .orderBy('queue')
        .execute();
      return rows.map(({ personId, state, recurrenceKey }) => [personId.replace('person-', ''), state, recurrenceKey]);
    },
  };
}
