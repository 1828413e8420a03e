import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildApp } from '../../../demo/hub/app.ts';
import type { HubConfig } from '../../../demo/hub/config/config.ts';
import { openMemoryDatabase } from '../../../demo/hub/database/database.ts';
import { characterCount } from '../../../demo/hub/http/characters.ts';
import { makeHub } from '../../../demo/hub/make-hub.ts';
import { DEMO_ORGANISATIONS } from '../../../demo/hub/seed/demo-network.ts';
import { seedIdeas } from '../../../demo/hub/seed/seed-ideas.ts';
import { DEMO_POSTS, seedPosts } from '../../../demo/hub/seed/seed-posts.ts';
import type { Idea } from '../../../src/model/idea.ts';
import { POST_LIMITS, REPORT_CHAPTERS, type Post } from '../../../src/model/post.ts';
import { testConfig } from '../support/test-hub.ts';

const NOW = Date.parse('2026-11-23T09:30:00Z');

test('The posts of the demo are there once, of all kinds, tied to their ideas, found, and with pictures that are seen', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'seed-posts-'));
  const base = testConfig({ dataDir, seed: true, organisations: [...DEMO_ORGANISATIONS] });
  const config: HubConfig = { ...base, signIn: { ...base.signIn, mode: 'demo' } };
  const database = await openMemoryDatabase();
  const app = await buildApp({ config, database, clock: () => NOW });
  t.after(async () => {
    await app.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  const hub = makeHub({ config, database, clock: () => NOW });
  const ask = (path: string, who?: string) =>
    app.inject({ url: path, headers: { host: 'localhost', ...(who && { 'x-demo-person': who }) } });
  const get = async <T>(path: string, who?: string): Promise<T> => (await ask(`/api/v1${path}`, who)).json();
  interface Page {
    readonly items: readonly Post[];
    readonly total: number;
  }

  await seedIdeas(hub);
  assert.equal(await seedPosts(hub), DEMO_POSTS.length);
  assert.equal(await seedPosts(hub), 0);

  const { items } = await get<Page>('/posts?limit=50');
  assert.equal(items.length, 9, 'what waits is not shown');
  assert.ok(items.every(({ publishedAt = '' }) => Date.parse(publishedAt) < NOW));
  const reports = await get<Page>('/posts?report=true');
  assert.equal(reports.total, 7);
  assert.deepEqual(new Set(items.map(({ org }) => org?.id)), new Set(DEMO_ORGANISATIONS.map(({ id }) => id)));
  assert.equal(items.filter(({ lang }) => lang === 'en').length, 1);
  const told = await Promise.all(reports.items.map(({ id }) => get<Post>(`/posts/${id}`)));
  for (const { title, report, ideaTitle, size, maturity } of told) {
    assert.deepEqual(Object.keys(report ?? {}), [...REPORT_CHAPTERS], title);
    assert.ok(ideaTitle && size && maturity, title);
    assert.match(report?.contact ?? '', /@[\w-]+\.example\b/);
  }
  for (const post of DEMO_POSTS) {
    assert.ok(characterCount(post.title) <= POST_LIMITS.title && characterCount(post.teaser) <= POST_LIMITS.teaser);
    assert.ok(post.tags.length <= POST_LIMITS.tags && characterCount(post.chart?.alt ?? '') <= POST_LIMITS.alt);
  }

  const found = await get<Page>('/posts?q=Regenhose');
  assert.deepEqual(
    found.items.map(({ id }) => id),
    ['demo-post-leihraeder'],
  );
  const { practice } = await get<Idea>('/ideas/demo-idea-offener-abend');
  assert.equal(practice?.postId, 'demo-post-offener-abend');

  const pictures = items.flatMap(({ image }) => image ?? []);
  assert.equal(pictures.length, 3);
  for (const { url, alt, width } of pictures) {
    const answer = await ask(url);
    assert.equal(answer.headers['content-type'], 'image/png');
    assert.ok(answer.rawPayload.length < 20_000 && alt && width === 720);
  }

  const waiting = async (who: string) => (await get<Page>('/posts?queue=true', who)).items.map(({ state }) => state);
  assert.deepEqual(await waiting('ayla-mutig'), ['pending']);
  assert.deepEqual(await waiting('cem-brueckenbauer'), ['scheduled']);
  const own = await get<Page>('/posts?mine=true', 'rosa-wiesengrund');
  assert.equal(own.items[0]?.state, 'pending');
});
