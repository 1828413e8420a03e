import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticBackend } from '../../src/backend/adapters/static/static-adapter.ts';
import { BackendError } from '../../src/backend/backend-error.ts';
import { mergeIdeas } from '../../src/backend/merge-ideas.ts';
import type { IdeasPort } from '../../src/backend/ports.ts';
import type { Idea } from '../../src/model/idea.ts';

const file = (...ideas: readonly object[]): IdeasPort => createStaticBackend({ data: { ideas } }).ideas!;
const A = { id: 'a1', title: 'Gießkannen', stage: 'open', activeAt: '2026-03-03T10:00:00Z', topics: ['Grün'] };
const B = { id: 'b1', title: 'Sprechstunde', stage: 'trying', activeAt: '2026-03-02T10:00:00Z', topics: ['Grün'] };
const C = { id: 'a2', title: 'Lastenrad', stage: 'open', activeAt: '2026-03-01T10:00:00Z' };
const named = (label: string, port: IdeasPort) => ({
  source: { id: `https://${label}.example/`, label, url: `https://${label}.example/` },
  port,
});

/** A source that can do everything, and tells what was asked of it. */
class Recorder implements IdeasPort {
  readonly asked: string[] = [];
  readonly #read: IdeasPort;
  constructor(...ideas: readonly object[]) {
    this.#read = file(...ideas);
  }
  list: IdeasPort['list'] = (query, options) => this.#read.list(query, options);
  get(id: string): Promise<Idea> {
    this.asked.push(`get ${id}`);
    return this.#read.get!(id);
  }
  async follow(id: string, on: boolean): Promise<Idea> {
    this.asked.push(`follow ${id} ${on}`);
    return this.#read.get!(id);
  }
  async create() {
    this.asked.push('create');
    return { idea: await this.#read.get!('b1') };
  }
  comments(id: string) {
    this.asked.push(`comments ${id}`);
    return Promise.resolve({
      items: [{ id: 'c1', ideaId: id, kind: 'comment', body: '', state: 'visible', createdAt: '', can: [] } as const],
      problems: [],
    });
  }
  report(object: { type: string; id: string }): Promise<void> {
    this.asked.push(`report ${object.type} ${object.id}`);
    return Promise.resolve();
  }
}

describe('several sources of ideas', () => {
  it('are one board, in order, each idea with the name of where it came from', async () => {
    const port = mergeIdeas([named('auental', file(A, C)), named('lindenhafen', file(B))]);
    const { items, total } = await port.list({});
    assert.deepEqual(
      items.map(({ id, source }) => [id, source?.label]),
      [
        ['a1', 'auental'],
        ['b1', 'lindenhafen'],
        ['a2', 'auental'],
      ],
    );
    assert.equal(total, 3);
  });

  it('come in pages without gaps', async () => {
    const port = mergeIdeas([named('auental', file(A, C)), named('lindenhafen', file(B))]);
    const walked: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await port.list({ limit: 1, cursor });
      walked.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor && walked.length < 10);
    assert.deepEqual(walked, ['a1', 'b1', 'a2']);
  });

  it('add their counts', async () => {
    const { facets } = await mergeIdeas([named('auental', file(A, C)), named('lindenhafen', file(B))]).list({});
    assert.deepEqual(facets?.stage, [
      { value: 'open', count: 2 },
      { value: 'trying', count: 1 },
    ]);
    assert.deepEqual(facets.topic, [{ value: 'Grün', label: 'Grün', count: 2 }]);
  });

  it('keep the others when one fails, and say which', async () => {
    const dead: IdeasPort = { list: () => Promise.reject(new BackendError('busy', 'too much')) };
    const { items, problems } = await mergeIdeas([named('auental', dead), named('lindenhafen', file(B))]).list({});
    assert.equal(items.length, 1);
    assert.deepEqual(
      problems.map(({ code, kind, source }) => [code, kind, source?.label]),
      [['source-failed', 'busy', 'auental']],
    );
  });

  it('are asked about an idea where it came from, also when it was never listed', async () => {
    const theirs = new Recorder(B);
    const port = mergeIdeas([named('auental', file(A, C)), named('lindenhafen', theirs)]);
    assert.equal((await port.get!('b1')).source?.label, 'lindenhafen');
    assert.equal((await port.get!('a2')).source?.label, 'auental');
    await assert.rejects(port.get!('x'), { kind: 'missing' });
    await port.follow!('b1', true);
    assert.deepEqual(theirs.asked, ['get b1', 'get x', 'follow b1 true']);
  });

  it('are written to only where that can be', async () => {
    const theirs = new Recorder(B);
    const port = mergeIdeas([named('auental', file(A, C)), named('lindenhafen', theirs)]);
    await port.create!({ title: 'Neu' });
    await assert.rejects(port.follow!('a1', true), { kind: 'unsupported' });
    assert.deepEqual(theirs.asked, ['create', 'get b1'].slice(0, 1));
    assert.equal(port.update, undefined);
    assert.equal(mergeIdeas([named('auental', file(A))]).create, undefined);
  });

  it('get reports of comments where these were read', async () => {
    const ours = new Recorder(A);
    const theirs = new Recorder(B);
    const port = mergeIdeas([named('auental', ours), named('lindenhafen', theirs)]);
    await port.list({});
    await port.comments!('b1');
    await port.report!({ type: 'comment', id: 'c1' }, 'Beleidigung');
    assert.deepEqual(theirs.asked, ['comments b1', 'report comment c1']);
    assert.deepEqual(ours.asked, []);
  });

  it('tell alike ideas of all, taking turns', async () => {
    const port = mergeIdeas([
      named('auental', file(A, C)),
      named('lindenhafen', file({ ...B, title: 'Gießkannen leihen' })),
    ]);
    assert.deepEqual(
      (await port.similar!({ q: 'Gießkannen' })).map(({ id }) => id),
      ['a1', 'b1'],
    );
  });
});
