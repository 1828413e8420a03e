import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { IdeasPort } from '../../../src/backend/ports.ts';
import { IDEA_STAGES, type Idea, type IdeaStage } from '../../../src/model/idea.ts';

/**
 * A place that holds exactly these ideas, the last one the newest in everything:
 *
 * | title | summary or text | stage, where the source can say it |
 * |---|---|---|
 * | Ein Formular für alle Ämter | Einmal ausfüllen statt fünfmal | open |
 * | Sprechstunde im Bürgerhaus | Beratung, wo die Menschen sind | trying |
 * | Baumpatenschaften auf einer Karte | Wer gießt welchen Baum? | declined |
 * | Tauschbörse für Büromöbel | Schreibtische wandern, statt im Keller zu stehen | a word that is none of ours, or open |
 */
export interface IdeasPortPlace {
  readonly port: IdeasPort;
  close?(): Promise<void> | void;
}

export interface IdeasContractOptions {
  /** Stages as the source can say them, where they are others than above. */
  readonly stages?: Readonly<Record<string, IdeaStage>>;
  /** The source’s own word for the stage of the Tauschbörse. */
  readonly stageLabel?: string;
  /** Parts of the contract that are not the source’s own. */
  readonly without?: readonly 'similar'[];
}

export const CONTRACT_IDEAS = [
  { title: 'Ein Formular für alle Ämter', text: 'Einmal ausfüllen statt fünfmal' },
  { title: 'Sprechstunde im Bürgerhaus', text: 'Beratung, wo die Menschen sind' },
  { title: 'Baumpatenschaften auf einer Karte', text: 'Wer gießt welchen Baum?' },
  { title: 'Tauschbörse für Büromöbel', text: 'Schreibtische wandern, statt im Keller zu stehen' },
] as const;

const [FORM, HOURS, TREES, SWAP] = CONTRACT_IDEAS.map(({ title }) => title) as [string, string, string, string];
const STAGES: Readonly<Record<string, IdeaStage>> = {
  [FORM]: 'open',
  [HOURS]: 'trying',
  [TREES]: 'declined',
  [SWAP]: 'open',
};

const titles = (ideas: readonly Idea[]): string[] => ideas.map(({ title }) => title);
const isKind = (kind: string) => (error: unknown) => error instanceof BackendError && error.kind === kind;

/** What every source of ideas promises (`IdeasPort`). */
export function runIdeasPortContract(
  name: string,
  open: () => Promise<IdeasPortPlace> | IdeasPortPlace,
  { stages = STAGES, stageLabel, without = [] }: IdeasContractOptions = {},
): void {
  describe(`ideas of ${name}`, () => {
    let place: IdeasPortPlace;
    let port: IdeasPort;
    before(async () => {
      place = await open();
      port = place.port;
    });
    after(() => place?.close?.());

    it('come by activity, the newest first, without problems', async () => {
      const { items, problems, next, total } = await port.list({});
      assert.deepEqual(problems, []);
      assert.deepEqual(titles(items), [SWAP, TREES, HOURS, FORM]);
      assert.equal(next, undefined);
      if (total !== undefined) assert.equal(total, 4);
      assert.deepEqual(titles((await port.list({ sort: 'new' })).items), [SWAP, TREES, HOURS, FORM]);
    });

    it('are whole ideas of the model, each with an id of its own', async () => {
      const { items } = await port.list({});
      assert.equal(new Set(items.map(({ id }) => id)).size, 4);
      for (const idea of items) {
        assert.ok(IDEA_STAGES.includes(idea.stage), idea.stage);
        for (const list of [idea.authors, idea.orgs, idea.topics, idea.tags, idea.needs, idea.attachments, idea.can])
          assert.ok(list instanceof Array);
        for (const count of Object.values(idea.counts)) assert.ok(Number.isInteger(count) && count >= 0);
        assert.equal(Object.keys(idea.counts).length, 7);
        assert.doesNotMatch(idea.title + idea.summary, /&\w+;|<\w/, 'text, not HTML');
        for (const time of [idea.createdAt, idea.updatedAt, idea.activeAt]) {
          if (time) assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
        }
        if (idea.url) assert.match(idea.url, /^https?:/);
      }
    });

    it('stand where the source says, in our words or its own', async () => {
      const { items } = await port.list({});
      assert.deepEqual(Object.fromEntries(items.map(({ title, stage }) => [title, stage])), { ...STAGES, ...stages });
      assert.equal(items.find(({ title }) => title === SWAP)?.stageLabel, stageLabel);
    });

    it('are found by words: case, umlauts and typing errors aside', async () => {
      for (const [q, found] of [
        ['BÜRGERHAUS', [HOURS]],
        ['buergerhaus', [HOURS]],
        ['Sprehcstunde', [HOURS]],
        ['formular ämter', [FORM]],
        ['formular bürgerhaus', []],
      ] as const) {
        assert.deepEqual(titles((await port.list({ q })).items), [...found], q);
      }
    });

    it('are narrowed by stage, several widening, and counted as if nothing had been chosen', async () => {
      const wanted = { ...STAGES, ...stages };
      const all = await port.list({});
      for (const stage of new Set(Object.values(wanted))) {
        const { items, facets } = await port.list({ stage: [stage] });
        assert.deepEqual(
          titles(items),
          titles(all.items).filter((title) => wanted[title] === stage),
          stage,
        );
        assert.deepEqual(
          new Map(facets?.stage?.filter(({ count }) => count).map(({ value, count }) => [value, count])),
          new Map(all.facets?.stage?.filter(({ count }) => count).map(({ value, count }) => [value, count])),
        );
      }
      assert.equal((await port.list({ stage: [wanted[FORM]!, wanted[TREES]!] })).items.length >= 2, true);
      assert.equal(
        all.facets?.stage?.reduce((sum, { count }) => sum + count, 0),
        4,
      );
      assert.deepEqual((await port.list({ stage: ['merged'] })).items, []);
    });

    it('come in pages that together are the whole, each once', async () => {
      const walked: Idea[] = [];
      let cursor: string | undefined;
      do {
        const page = await port.list({ limit: 3, cursor });
        assert.ok(page.items.length <= 3);
        walked.push(...page.items);
        cursor = page.next;
      } while (cursor && walked.length <= 4);
      assert.deepEqual(titles(walked), [SWAP, TREES, HOURS, FORM]);
    });

    it('refuse a cursor that they did not give', async () => {
      await assert.rejects(port.list({ limit: 2, cursor: 'nonsense' }), isKind('invalid'));
    });

    it('can be opened one by one; one that is not there is missing', async () => {
      const { items } = await port.list({});
      for (const { id, title, stage } of items) {
        const idea = await port.get!(id);
        assert.deepEqual([idea.id, idea.title, idea.stage], [id, title, stage]);
      }
      await assert.rejects(port.get!('gibt-es-nicht'), isKind('missing'));
    });

    if (!without.includes('similar'))
      it('tell which are like what is being written', async () => {
        const items = await port.similar!({ q: 'Ein Formular für das ganze Rathaus' });
        assert.equal(items[0]?.title, FORM);
        assert.equal(items[0].kind, 'idea');
        assert.deepEqual(await port.similar!({ q: 'Ein Formular für das ganze Rathaus', without: items[0].id }), []);
      });

    it('can be called off', async () => {
      const reason = new DOMException('gone', 'AbortError');
      await assert.rejects(port.list({}, { signal: AbortSignal.abort(reason) }), { name: 'AbortError' });
    });
  });
}
