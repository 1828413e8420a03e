import assert from 'node:assert/strict';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { AppOptions } from '../../../demo/hub/app.ts';
import { ANONYMOUS, type AccountCaller, type Role } from '../../../demo/hub/authorization/caller.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { testConfig, type Engine, type TestHub } from '../support/test-hub.ts';

const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' } as const;
const AUENTAL = { id: 'auental', name: 'Kreis Auental', kind: 'administration' } as const;
const BRUECKFURT = { id: 'brueckfurt', name: 'Stadt Brückfurt', kind: 'administration' } as const;

type Organisation = typeof LINDENHAFEN | typeof AUENTAL | typeof BRUECKFURT;

const member = <Id extends string>(
  id: Id,
  displayName: string,
  org: Organisation,
  roles: readonly Role[] = ['member'],
) => ({
  id,
  displayName,
  org,
  roles,
});

/** Invented people. `rosa` writes the ideas; `ayla` and `bente` moderate them, `cem` those of another town. */
export const NETWORK = [
  member('rosa', 'Rosa Wiesengrund', LINDENHAFEN),
  member('kalle', 'Kalle Uferlos', LINDENHAFEN, ['member', 'organiser']),
  member('ayla', 'Ayla Mutig', LINDENHAFEN, ['member', 'moderator']),
  member('bente', 'Bente Weitblick', LINDENHAFEN, ['member', 'moderator', 'admin']),
  member('henrik', 'Henrik Aktendeckel', AUENTAL),
  member('mirja', 'Mirja Feldweg', AUENTAL),
  member('cem', 'Cem Brückenbauer', BRUECKFURT, ['member', 'moderator']),
] as const;

export type Who = (typeof NETWORK)[number]['id'] | 'stranger' | `extra-${number}`;

export const personId = (who: Who): string => `person-${who}`;

const EXTRA_ORGS = [LINDENHAFEN, AUENTAL, BRUECKFURT];

/** People without an account of their own, as many as are needed: `extra-7`. */
function extra(who: string): AccountCaller {
  const org = EXTRA_ORGS[Number(who.slice(6)) % EXTRA_ORGS.length] ?? LINDENHAFEN;
  return callerOf({ id: who, displayName: who, org, roles: ['member'] });
}

function callerOf(person: {
  readonly id: string;
  readonly displayName: string;
  readonly org: Organisation;
  readonly roles: readonly Role[];
}): AccountCaller {
  const { id, displayName, org, roles } = person;
  const ref = { id: org.id, name: org.name };
  return {
    kind: 'account',
    accountId: `account-${id}`,
    person: { id: `person-${id}`, displayName, org: ref },
    memberships: [{ org: ref, kind: org.kind, roles }],
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into field by field
  readonly body: any;
}

export interface IdeasHub extends TestHub {
  /** Sends a request as somebody. `method` and address in one text: `PUT /ideas/x/follow`. */
  as(who: Who, request: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** An idea of Rosa's that has been released; gives its id. */
  idea(input?: object): Promise<string>;
  /** An idea of nobody's that has been released; its secret acts as the author. */
  namelessIdea(): Promise<{ readonly id: string; readonly secret: string }>;
  /** What somebody has been told, newest last: `[kind, by, text]`. */
  told(who: Who): Promise<readonly (readonly [string, string | null, string | null])[]>;
  row(id: string): Promise<Readonly<Record<string, unknown>>>;
}

const INPUT = {
  title: 'Ein Formular statt siebzehn',
  summary: 'Wer umzieht, füllt ein Formular aus, und alle Ämter bekommen, was sie brauchen.',
  reach: 'civil',
  needs: [{ kind: 'legal', text: 'Jemand, der das Melderecht kennt' }, { kind: 'it' }],
};

/** A hub with people of three administrations, who have accounts and addresses. */
export async function startIdeasHub(
  engine: Engine,
  options: Partial<AppOptions> & { readonly config?: HubConfig } = {},
): Promise<IdeasHub> {
  const callers = new Map(NETWORK.map((person) => [person.id as string, callerOf(person)]));
  const hub = await engine.start({
    identify: ({ headers }) => {
      const who = String(headers['x-test-person']);
      return callers.get(who) ?? (who.startsWith('extra-') ? extra(who) : ANONYMOUS);
    },
    ...options,
    config: {
      ...testConfig(),
      ...options.config,
      organisations: [LINDENHAFEN, AUENTAL, BRUECKFURT],
      // All of them come from one address here.
      limits: { ...testConfig().limits, ...options.config?.limits, submissionsPer5Minutes: 100_000 },
    },
  });
  await hub.database.write(['account'], async (transaction) => {
    for (const { id, displayName, org, roles } of NETWORK) {
      const person = `person-${id}`;
      await transaction.insertInto('person').values({ id: person, displayName, orgId: org.id }).execute();
      await transaction
        .insertInto('account')
        .values({
          id: `account-${id}`,
          personId: person,
          issuer: 'test',
          subject: id,
          email: `${id}@${org.id}.example`,
        })
        .execute();
      await transaction
        .insertInto('membership')
        .values({ personId: person, orgId: org.id, unit: '', roles: [...roles] })
        .execute();
    }
  });

  const as: IdeasHub['as'] = async (who, request, body, headers = {}) => {
    const [method, path] = request.split(' ');
    const answer = await hub.app.inject({
      method: method as InjectOptions['method'] & string,
      url: `/api/v1${path ?? ''}`,
      ...(body && { payload: body }),
      headers: { ...(who !== 'stranger' && { 'x-test-person': who }), ...headers },
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body === '' ? undefined : (JSON.parse(answer.body) as unknown),
    };
  };

  async function release(id: string): Promise<void> {
    const released = await as('ayla', `POST /ideas/${id}/transitions`, { to: 'open' });
    assert.equal(released.status, 200, JSON.stringify(released.body));
    await hub.database.write([], (transaction) => transaction.deleteFrom('notification').execute());
  }

  return {
    ...hub,
    as,
    async idea(input = {}) {
      const made = await as('rosa', 'POST /ideas', { ...INPUT, ...input });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      await release(made.body.idea.id);
      return made.body.idea.id;
    },
    async namelessIdea() {
      const made = await as('stranger', 'POST /ideas', { ...INPUT, orgId: 'lindenhafen' });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      await release(made.body.idea.id);
      return { id: made.body.idea.id, secret: made.body.secret };
    },
    async told(who) {
      const rows = await hub.database.kysely
        .selectFrom('notification')
        .select(['kind', 'byPerson', 'text'])
        .where('personId', '=', personId(who))
        .orderBy('at')
        .execute();
      return rows.map(({ kind, byPerson, text }) => [kind, byPerson, text] as const);
    },
    row: (id) => hub.database.kysely.selectFrom('idea').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  };
}
