import assert from 'node:assert/strict';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { ANONYMOUS, type AccountCaller, type Role } from '../../../demo/hub/authorization/caller.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { testConfig, type Engine, type TestHub } from '../support/test-hub.ts';

const LINDENHAFEN = { id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' } as const;
const BRUECKFURT = { id: 'brueckfurt', name: 'Stadt Brückfurt', kind: 'administration' } as const;

interface Known {
  readonly name: string;
  readonly org: typeof LINDENHAFEN | typeof BRUECKFURT;
  readonly unit?: string;
  readonly roles?: readonly Role[];
}

/** Invented people. Six work in the Bürgeramt of Lindenhafen, two in its harbour. */
const PEOPLE: Readonly<Record<string, Known>> = {
  rosa: { name: 'Rosa Wiesengrund', org: LINDENHAFEN, unit: 'Bürgeramt' },
  kalle: { name: 'Kalle Uferlos', org: LINDENHAFEN, unit: 'Hafen' },
  ayla: { name: 'Ayla Mutig', org: LINDENHAFEN, unit: 'Hafen', roles: ['member', 'moderator'] },
  ida: { name: 'Ida Funkenflug', org: BRUECKFURT },
  cem: { name: 'Cem Brückenbauer', org: BRUECKFURT, roles: ['member', 'moderator'] },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((number) => [
      `desk${number}`,
      { name: `Schalter ${number}`, org: LINDENHAFEN, unit: 'Bürgeramt' },
    ]),
  ),
};

const callerOf = (id: string, { name, org, unit, roles = ['member'] }: Known): AccountCaller => {
  const ref = { id: org.id, name: org.name };
  return {
    kind: 'account',
    accountId: `account-${id}`,
    person: { id: `person-${id}`, displayName: name, org: ref },
    memberships: [{ org: ref, kind: org.kind, ...(unit && { unit }), roles }],
  };
};

export interface Answer {
  readonly status: number;
  readonly headers: LightMyRequestResponse['headers'];
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into field by field
  readonly body: any;
}

export interface Network extends TestHub {
  /** Sends a request as somebody, or as a stranger (`''`): `GET /ideas`. */
  as(who: string, request: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Submits an idea; gives what the hub answers. */
  submit(
    who: string,
    input?: object,
  ): Promise<{ readonly id: string; readonly secret?: string; readonly etag: string }>;
  /** An idea that has been released; gives its id. */
  released(who: string, input?: object): Promise<string>;
  /** Titles of a list. */
  titles(who: string, query: string): Promise<readonly string[]>;
}

export const INPUT = {
  title: 'Ein Formular statt siebzehn',
  summary: 'Wer umzieht, füllt ein Formular aus.',
  reach: 'civil',
};

export async function startNetwork(engine: Engine, changes: Partial<HubConfig> = {}): Promise<Network> {
  const callers = new Map(Object.entries(PEOPLE).map(([id, person]) => [id, callerOf(id, person)]));
  const hub = await engine.start({
    identify: ({ headers }) => callers.get(String(headers['x-test-person'])) ?? ANONYMOUS,
    config: testConfig({
      publicUrl: 'https://netz.example',
      signIn: { ...testConfig().signIn, mode: 'none' },
      organisations: [LINDENHAFEN, BRUECKFURT],
      limits: { ...testConfig().limits, submissionsPer5Minutes: 100_000, personSubmissionsPer5Minutes: 100_000 },
      ...changes,
    }),
  });
  await hub.database.write(['account'], async (transaction) => {
    for (const [id, { name, org, unit = '', roles = ['member'] }] of Object.entries(PEOPLE)) {
      const personId = `person-${id}`;
      await transaction.insertInto('person').values({ id: personId, displayName: name, orgId: org.id }).execute();
      await transaction
        .insertInto('account')
        .values({ id: `account-${id}`, personId, issuer: 'test', subject: id, email: null })
        .execute();
      await transaction
        .insertInto('membership')
        .values({ personId, orgId: org.id, unit, roles: [...(roles as readonly Role[])] })
        .execute();
    }
  });

  const as: Network['as'] = async (who, request, body, headers = {}) => {
    const [method, path = ''] = request.split(' ');
    const answer = await hub.app.inject({
      method: method as InjectOptions['method'] & string,
      url: path.startsWith('/ideas.') ? path : `/api/v1${path}`,
      ...(body !== undefined && { payload: body as object }),
      headers: { ...(who && { 'x-test-person': who }), ...headers },
    });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      text: answer.body,
      body: isJson ? (JSON.parse(answer.body) as unknown) : undefined,
    };
  };
  const submit: Network['submit'] = async (who, input = {}) => {
    const answer = await as(who, 'POST /ideas', { ...INPUT, ...input });
    assert.equal(answer.status, 201, answer.text);
    const { idea, secret } = answer.body as { idea: { id: string }; secret?: string };
    return { id: idea.id, etag: String(answer.headers.etag), ...(secret !== undefined && { secret }) };
  };
  return {
    ...hub,
    as,
    submit,
    async released(who, input = {}) {
      const { id } = await submit(who, input);
      const moderator = PEOPLE[who]?.org === BRUECKFURT ? 'cem' : 'ayla';
      const answer = await as(moderator, `POST /ideas/${id}/transitions`, { to: 'open' });
      assert.equal(answer.status, 200, answer.text);
      return id;
    },
    async titles(who, query) {
      const answer = await as(who, `GET /ideas?${query}`);
      assert.equal(answer.status, 200, answer.text);
      return (answer.body as { items: { title: string }[] }).items.map(({ title }) => title);
    },
  };
}
