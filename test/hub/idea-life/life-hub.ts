import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Idea, IdeaStage, IdeaReach } from '../../../src/model/idea.ts';
import type { TransitionInput } from '../../../src/model/idea-input.ts';
import type { NotificationKind } from '../../../src/model/account.ts';
import { DEFAULT_CONFIG } from '../../../demo/hub/config/config-defaults.ts';
import { ANONYMOUS, type AccountCaller, type Role } from '../../../demo/hub/authorization/caller.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { secretHashOf } from '../../../demo/hub/ideas/idea-secret.ts';
import { findIdea, insertIdea, type NewIdea } from '../../../demo/hub/ideas/idea-store.ts';
import type { IdeaDocument } from '../../../demo/hub/ideas/idea-tables.ts';
import { NOW, testConfig, type Engine, type TestHub } from '../support/test-hub.ts';

const ORGANISATIONS = [
  { id: 'stadt-a', name: 'Stadt Ähringen', kind: 'administration' },
  { id: 'kreis-b', name: 'Kreis Bergtal', kind: 'administration' },
  { id: 'verein-c', name: 'Verein Cottern e. V.', kind: 'civil-society' },
  { id: 'netz', name: 'Netzwerk der Mutigen', kind: 'network' },
] as const;

type Home = readonly [orgId: (typeof ORGANISATIONS)[number]['id'], ...roles: Role[]];

const HOMES = {
  author: ['stadt-a', 'member'],
  coAuthor: ['kreis-b', 'member'],
  patron: ['stadt-a', 'member'],
  colleague: ['stadt-a', 'member'],
  organiser: ['stadt-a', 'member', 'organiser'],
  moderator: ['stadt-a', 'member', 'moderator'],
  elsewhere: ['kreis-b', 'member'],
  moderatorElsewhere: ['kreis-b', 'member', 'moderator'],
  helper: ['verein-c', 'member', 'organiser'],
  network: ['netz', 'member', 'moderator'],
} as const satisfies Readonly<Record<string, Home>>;

/** Who sends requests; `stranger` has not signed in, `secret` holds the private link of an anonymous idea. */
export type Person = keyof typeof HOMES | 'stranger' | 'secret';

export const personId = (name: Person): string => `person-${name}`;
export const SECRET = 'the-secret-of-a-private-link';

function callerOf(name: string, [orgId, ...roles]: Home): AccountCaller {
  const found = ORGANISATIONS.find(({ id }) => id === orgId);
  const org = { id: orgId, name: found?.name ?? orgId };
  return {
    kind: 'account',
    accountId: `account-${name}`,
    person: { id: `person-${name}`, displayName: name, org },
    memberships: [{ org, kind: found?.kind ?? '', roles }],
  };
}

const CALLERS = new Map<string, AccountCaller>(
  Object.entries(HOMES).map(([name, home]) => [name, callerOf(name, home)]),
);

export interface Problem {
  readonly code: string;
  readonly detail?: string;
  readonly fieldErrors?: readonly { readonly field: string; readonly code: string }[];
}

export const CONTENT: IdeaDocument = {
  summary: 'Wer will, sitzt dienstags neben jemandem aus einem anderen Amt.',
  tags: [],
  needs: [],
  attachmentIds: [],
  lang: 'de',
};

export const TRIAL = {
  hypothesis: 'Nach vier Wochen kennt jede und jeder drei neue Gesichter.',
  place: 'Rathaus, zweiter Stock',
  start: '2026-06-16',
  end: '2026-07-14',
  indicators: [{ name: 'Neue Gesichter', before: 0 }],
};

export interface LifeHub extends TestHub {
  /** Moves the hub's clock. */
  advance(days: number): void;
  readonly now: () => number;
  /** An idea of `author`, where nothing else is said: open to everybody, with a patron and a team. */
  idea(values?: Partial<NewIdea> & { readonly stage?: IdeaStage; readonly reach?: IdeaReach }): Promise<string>;
  send(person: Person, options: InjectOptions): Promise<LightMyRequestResponse>;
  get(person: Person, id: string): Promise<Idea>;
  move(person: Person, id: string, input: TransitionInput | object): Promise<LightMyRequestResponse>;
  join(id: string, person: Person): Promise<void>;
  row(id: string): ReturnType<typeof findIdea>;
  /** What people have been told since the last question. */
  told(): Promise<readonly { readonly to: string; readonly kind: NotificationKind; readonly ideaId: string | null }[]>;
}

/** A hub with people in it who have accounts, and a clock that is moved by hand. */
export async function startLife(engine: Engine, changes: Partial<HubConfig> = {}): Promise<LifeHub> {
  let now = NOW;
  const hub = await engine.start({
    clock: () => now,
    config: testConfig({
      organisations: ORGANISATIONS.map((organisation) => ({ ...organisation })),
      // Every step of every stage by everybody comes from one address within a minute.
      limits: {
        ...DEFAULT_CONFIG.limits,
        requestsPerMinute: 1_000_000,
        submissionsPer5Minutes: 1_000_000,
        personSubmissionsPer5Minutes: 1_000_000,
      },
      ...changes,
    }),
    identify: (request) => CALLERS.get(String(request.headers['x-test-person'])) ?? ANONYMOUS,
  });
  const { database, app } = hub;
  await database.write([], async (transaction) => {
    for (const [name, [orgId, ...roles]] of Object.entries(HOMES)) {
      const id = `person-${name}`;
      await transaction.insertInto('person').values({ id, displayName: name, orgId }).execute();
      await transaction
        .insertInto('account')
        .values({ id: `account-${name}`, personId: id, issuer: 'test', subject: name, email: null })
        .execute();
      await transaction
        .insertInto('membership')
        .values({ personId: id, orgId, unit: '', roles: [...roles], issuer: null })
        .execute();
    }
  });
  let count = 0;
  const send = (person: Person, options: InjectOptions): Promise<LightMyRequestResponse> =>
    app.inject({
      ...options,
      headers: {
        ...(person === 'secret' ? { 'x-idea-secret': SECRET } : { 'x-test-person': person }),
        ...options.headers,
      },
    });
  return {
    ...hub,
    now: () => now,
    advance(days) {
      now += days * 86_400_000;
    },
    async idea(values = {}) {
      count += 1;
      const stage = values.stage ?? 'open';
      const row = await database.write(['idea'], (transaction) =>
        insertIdea(
          transaction,
          {
            id: `idea-${count}`,
            stage,
            reach: 'civil',
            orgId: 'stadt-a',
            orgIds: values.orgId === null ? [] : [values.orgId ?? 'stadt-a'],
            unit: null,
            createdBy: personId('author'),
            authorIds: [personId('author')],
            title: `Dienstags den Platz tauschen, Nummer ${count}`,
            document: { ...CONTENT, trial: { ...TRIAL, result: 'works', learned: 'Viel.' } },
            patronId: personId('patron'),
            secretHash: null,
            question: null,
            reason: null,
            mergedInto: null,
            adaptedFrom: null,
            remindedAt: null,
            releasedAt: ['draft', 'submitted', 'returned'].includes(stage) ? null : new Date(now),
            ...values,
          },
          now,
        ),
      );
      return row.id;
    },
    send,
    async get(person, id) {
      return (await send(person, { url: `/api/v1/ideas/${id}` })).json<Idea>();
    },
    move: (person, id, input) =>
      send(person, { method: 'POST', url: `/api/v1/ideas/${id}/transitions`, payload: input }),
    async join(ideaId, person) {
      await database.write(['idea'], (transaction) =>
        transaction
          .insertInto('ideaSupport')
          .values({ ideaId, personId: personId(person), orgId: null, level: 'i-join', shown: 'name', note: null })
          .execute(),
      );
    },
    row: (id) => findIdea(database.kysely, id),
    async told() {
      const rows = await database.kysely.deleteFrom('notification').returningAll().execute();
      return rows
        .map(({ personId: to, kind, ideaId }) => ({
          to: to.replace('person-', ''),
          kind: kind as NotificationKind,
          ideaId,
        }))
        .toSorted((a, b) => `${a.kind} ${a.to}`.localeCompare(`${b.kind} ${b.to}`));
    },
  };
}

/** An idea without a name, for the holder of its private link. */
export const NAMELESS = {
  authorIds: [],
  createdBy: null,
  anonymous: true,
} as const satisfies Partial<NewIdea>;

/** Its hash is unique in the table: one idea at a time has it. */
export const withSecret = (): Partial<NewIdea> => ({ ...NAMELESS, authorIds: [], secretHash: secretHashOf(SECRET) });

/** Everything that a step may need. */
export function fullInput(to: IdeaStage, into: string): Required<Omit<TransitionInput, 'into'>> & { into?: string } {
  return {
    to,
    note: 'Weil es jetzt so weit ist.',
    patronId: personId('patron'),
    trial: TRIAL,
    result: 'works',
    learned: 'Am wichtigsten war der gemeinsame Kaffee.',
    indicators: [{ name: 'Neue Gesichter', after: 4 }],
    adoption: { contact: 'Hausmeisterei', effort: 'Eine Stunde in der Woche' },
    practice: { checklist: ['Stühle rücken'], contactId: personId('author') },
    ...(to === 'merged' && { into }),
  };
}
