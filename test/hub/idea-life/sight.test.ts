import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANONYMOUS, type AccountCaller, type Caller, type Role } from '../../../demo/hub/authorization/caller.ts';
import { maySeeIdea, visibleIdeas } from '../../../demo/hub/ideas/idea-rules.ts';
import type { KeptPending } from '../../../demo/hub/ideas/idea-tables.ts';
import { IDEA_STAGES } from '../../../src/model/idea.ts';
import { onEitherEngine } from '../support/test-hub.ts';
import { personId, startLife, type LifeHub } from './life-hub.ts';

function caller(name: string, orgId: string, kind: string, roles: readonly Role[], unit?: string): AccountCaller {
  const org = { id: orgId, name: orgId };
  return {
    kind: 'account',
    accountId: name,
    person: { id: personId(name as never), displayName: name, org },
    memberships: [{ org, kind, ...(unit !== undefined && { unit }), roles }],
  };
}

const CALLERS: readonly Caller[] = [
  ANONYMOUS,
  caller('author', 'stadt-a', 'administration', ['member']),
  caller('coAuthor', 'kreis-b', 'administration', ['member']),
  caller('patron', 'kreis-b', 'administration', ['member']),
  caller('colleague', 'stadt-a', 'administration', ['member'], 'Amt 1'),
  caller('elsewhere', 'stadt-a', 'administration', ['member'], 'Amt 2'),
  caller('moderator', 'stadt-a', 'administration', ['member', 'moderator'], 'Amt 2'),
  caller('moderatorElsewhere', 'kreis-b', 'administration', ['member', 'moderator']),
  caller('helper', 'verein-c', 'civil-society', ['member', 'organiser']),
  caller('network', 'netz', 'network', ['moderator']),
  caller('organiser', 'verein-c', 'civil-society', ['admin']),
];

onEitherEngine('Who sees an idea', (engine) => {
  let life: LifeHub;
  before(async () => {
    life = await startLife(engine);
    const merge = (intoAuthorIds: readonly string[], intoOrgId: string | null): KeptPending => ({
      to: 'merged',
      at: '2026-06-15T10:00:00.000Z',
      by: null,
      into: 'idea-1',
      consents: ['from'],
      intoAuthorIds,
      intoOrgId,
    });
    const pendings = [
      null,
      merge([personId('coAuthor')], 'kreis-b'),
      merge([], 'kreis-b'),
      merge([], null),
      { to: 'adopted', at: '2026-06-15T10:00:00.000Z', by: null } as const,
    ];
    const homes = [
      { orgId: 'stadt-a', orgIds: ['stadt-a'], unit: 'Amt 1' },
      { orgId: 'stadt-a', orgIds: ['stadt-a', 'kreis-b'], unit: null },
      { orgId: null, orgIds: [], unit: null },
    ];
    for (const stage of IDEA_STAGES) {
      for (const [index, reach] of (['within', 'between', 'civil'] as const).entries()) {
        // A draft has never been released: nothing leads back to it.
        for (const releasedAt of stage === 'draft' ? [null] : [null, new Date(life.now())]) {
          const home = homes[index];
          const id = await life.idea({ ...home, stage, reach, releasedAt, ...(index === 2 && { authorIds: [] }) });
          const pending = pendings[(IDEA_STAGES.indexOf(stage) + index) % pendings.length] ?? null;
          await life.database.kysely
            .updateTable('idea')
            .set({ pending: pending && JSON.stringify(pending) })
            .where('id', '=', id)
            .execute();
        }
      }
    }
    for (const visibility of ['self', 'unit'] as const) {
      const id = await life.idea({ orgId: 'stadt-a', unit: 'Amt 1' });
      await life.database.kysely.updateTable('idea').set({ visibility }).where('id', '=', id).execute();
    }
  });
  after(() => life.close());

  for (const each of CALLERS) {
    const name = each.kind === 'anonymous' ? 'a stranger' : each.person.displayName;
    test(`is the same in lists as for the idea itself: ${name}`, async () => {
      const rows = await life.database.kysely.selectFrom('idea').selectAll().orderBy('id').execute();
      const listed = await life.database.kysely
        .selectFrom('idea')
        .select('id')
        .where(visibleIdeas(each))
        .orderBy('id')
        .execute();
      const seen = rows.filter((row) => maySeeIdea(each, row)).map(({ id }) => id);
      assert.deepEqual(
        listed.map(({ id }) => id),
        seen,
      );
      assert.ok(seen.length > 0 && seen.length < rows.length, `${seen.length} of ${rows.length}`);
    });
  }

  test('never includes drafts of others', async () => {
    for (const each of CALLERS) {
      const drafts = await life.database.kysely
        .selectFrom('idea')
        .select('authorIds')
        .where('stage', '=', 'draft')
        .where(visibleIdeas(each))
        .execute();
      const own = each.kind === 'account' ? each.person.id : '';
      assert.ok(drafts.every(({ authorIds }) => authorIds.includes(own)));
    }
  });
});
