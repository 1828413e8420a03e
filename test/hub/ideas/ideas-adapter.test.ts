import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHubBackend } from '../../../src/backend/adapters/hub/hub-adapter.ts';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { IdeasPort } from '../../../src/backend/ports.ts';
import { CONTRACT_IDEAS, runIdeasPortContract } from '../../backend/contract/ideas-port.contract.ts';
import { NOW, onEitherEngine, testConfig, type Engine } from '../support/test-hub.ts';
import { INPUT, startNetwork, type Network } from './ideas-network.ts';

const MINUTE = 60_000;
/** The tests say who somebody is; a hub that others can reach lets nobody choose. */
const CONFIG = { signIn: { ...testConfig().signIn, mode: 'none' as const } };
const isKind = (kind: string) => (error: unknown) => error instanceof BackendError && error.kind === kind;

/** The port of a hub as somebody uses it, or as a stranger. */
const portAs = (src: string, who = ''): Required<IdeasPort> =>
  createHubBackend({
    src,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      if (who) headers.set('x-test-person', who);
      return fetch(input, { ...init, headers });
    },
  }).ideas as Required<IdeasPort>;

const listen = (hub: Network): Promise<string> => hub.app.listen({ port: 0, host: '127.0.0.1' });

async function fill(engine: Engine): Promise<{ hub: Network; src: string }> {
  let now = NOW;
  const hub = await startNetwork(
    { ...engine, start: (options) => engine.start({ ...options, clock: () => now }) },
    CONFIG,
  );
  for (const [index, { title, text }] of CONTRACT_IDEAS.entries()) {
    now += MINUTE;
    const id = await hub.released('rosa', { title, summary: text, reach: 'civil' });
    if (index !== 2) continue;
    const declined = await hub.as('ayla', `POST /ideas/${id}/transitions`, { to: 'declined', note: 'Gibt es schon' });
    assert.equal(declined.status, 200, declined.text);
  }
  return { hub, src: await listen(hub) };
}

onEitherEngine('Ideas of the hub read by its adapter', (engine) => {
  runIdeasPortContract(
    'a live hub',
    async () => {
      const { hub, src } = await fill(engine);
      return { port: portAs(src), close: () => hub.close() };
    },
    { stages: { [CONTRACT_IDEAS[1].title]: 'open' } },
  );

  describe('what can be done with an idea over the adapter', () => {
    let hub: Network;
    let src: string;
    before(async () => {
      hub = await startNetwork(engine, CONFIG);
      src = await listen(hub);
    });
    after(() => hub?.close());

    it('begins without a name: the secret opens, changes and follows it, once by its key', async () => {
      const stranger = portAs(src);
      const vocabulary = await stranger.vocabulary();
      assert.ok(vocabulary.anonymous && vocabulary.orgs.some(({ id }) => id === 'lindenhafen'));
      const input = { ...INPUT, reach: 'civil' as const, orgId: 'lindenhafen' };
      const key = 'a-key-for-the-first-idea';
      const { idea, secret } = await stranger.create(input, { idempotencyKey: key, filledIn: 60_000 });
      assert.equal(idea.stage, 'submitted');
      assert.ok(secret);
      assert.equal((await stranger.create(input, { idempotencyKey: key, filledIn: 60_000 })).idea.id, idea.id);
      await assert.rejects(stranger.get(idea.id), isKind('missing'));
      const mine = await stranger.get(idea.id, { secret });
      assert.ok(mine.etag);
      const changed = await stranger.update(idea.id, { summary: 'Kürzer.' }, { secret, ifMatch: mine.etag });
      assert.equal(changed.summary, 'Kürzer.');
      await assert.rejects(
        stranger.update(idea.id, { summary: 'Alt.' }, { secret, ifMatch: mine.etag }),
        isKind('conflict'),
      );
    });

    it('goes on with support, following, comments, reactions and help', async () => {
      const id = await hub.released('rosa', { title: 'Werkzeug im Bürgeramt leihen', needs: [{ kind: 'legal' }] });
      const [ida, rosa] = [portAs(src, 'ida'), portAs(src, 'rosa')];
      const supported = await ida.support(id, { level: 'useful-here', shown: 'org', note: 'Bei uns auch' });
      assert.equal(supported.counts.usefulHere, 1);
      assert.equal(supported.me?.support?.level, 'useful-here');
      assert.equal((await rosa.supports(id)).items[0]?.org?.name, 'Stadt Brückfurt');
      assert.equal((await ida.follow(id, true)).me?.following, true);
      assert.equal((await ida.follow(id, false)).me?.following ?? false, false);

      const question = await ida.comment(id, { kind: 'question', body: 'Wer haftet?' });
      const edited = await ida.editComment(question, 'Wer haftet dafür?');
      assert.equal(edited.body, 'Wer haftet dafür?');
      await assert.rejects(ida.editComment(question, 'Zu spät'), isKind('conflict'));
      assert.equal((await rosa.react(edited, 'thanks', true)).reactions?.thanks, 1);
      assert.deepEqual(
        (await rosa.comments(id)).items.map(({ body }) => body),
        ['Wer haftet dafür?'],
      );
      assert.ok((await rosa.participants(id)).some(({ displayName }) => displayName === 'Ida Funkenflug'));
      assert.equal((await ida.moveComment(edited, 'remove')).state, 'removed');

      const offer = await ida.offerHelp(id, { kinds: ['legal'], hours: '2-5' });
      assert.equal((await rosa.answerHelp(offer, 'accept')).state, 'accepted');
      assert.deepEqual(
        (await rosa.helpOffers(id)).items.map(({ state }) => state),
        ['accepted'],
      );
      assert.equal((await ida.support(id, undefined)).counts.supports, 0);
    });

    it('takes steps, files, answers and reports', async () => {
      const rosa = portAs(src, 'rosa');
      const file = new File(['Notizen zur Idee'], 'notizen.txt', { type: 'text/plain' });
      const shares: number[] = [];
      const kept = await rosa
        .attach(file, {}, { onProgress: (share) => shares.push(share) })
        .catch((error: unknown) => error);
      const id = await hub.released('rosa', { title: 'Sprechstunde auf dem Markt' });
      if (!(kept instanceof Error)) {
        const { url } = kept as { url: string };
        assert.ok(url.startsWith(`${src}/api/v1/uploads/`), url);
        assert.equal(shares.at(-1), 1);
      } else assert.ok(isKind('invalid')(kept) || isKind('unsupported')(kept), String(kept));

      const moderator = portAs(src, 'ayla');
      await portAs(src, 'ida').report({ type: 'idea', id }, 'Doppelt');
      assert.equal((await moderator.get(id)).reports, 1);
      assert.equal((await moderator.settleReports(id, 'Geprüft')).reports ?? 0, 0);
      const seen = await moderator.get(id);
      const answered = await moderator.answer(
        id,
        { text: 'Wir sehen uns das an.', promisedFor: '2026-12-01' },
        { ifMatch: seen.etag },
      );
      assert.equal(answered.answer?.promisedFor, '2026-12-01');
      assert.equal((await rosa.transition(id, { to: 'parked', note: 'Nach dem Sommer' })).stage, 'parked');
      await assert.rejects(rosa.transition(id, { to: 'adopted' }), (error: BackendError) => (error.status ?? 0) >= 400);
    });

    it('is submitted without a name by somebody who has one', async () => {
      const { idea, secret } = await portAs(src, 'rosa').create(
        { ...INPUT, reach: 'within', orgId: 'lindenhafen' },
        { anonymous: true, filledIn: 60_000 },
      );
      assert.ok(secret && idea.anonymous);
      assert.deepEqual(idea.authors, []);
    });

    it('tells who will see it, and what is like it', async () => {
      const { public: open, orgs } = await portAs(src, 'rosa').audience({ reach: 'between' });
      assert.equal(open, false);
      assert.ok(orgs.length > 0);
      const [alike] = await portAs(src, 'rosa').similar({ q: 'Sprechstunde am Markt für alle' });
      assert.equal(alike?.title, 'Sprechstunde auf dem Markt');
      assert.equal(portAs(src).feedUrl, `${src}/api/v1/ideas.atom`);
    });

    it('knows no idea of a stage that does not exist', async () => {
      assert.deepEqual((await portAs(src).list({ stage: ['party'] })).items, []);
    });
  });
});
