import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  newPostInput,
  postChanges,
  postFaults,
  postFormValues,
  postTraces,
  scheduledAt,
  scheduleFaults,
  tagsIn,
  typedPost,
} from '../../src/model/post-form.ts';
import type { Post } from '../../src/model/post.ts';

const POST: Post = {
  id: 'p-1',
  title: 'Akten im Zug',
  teaser: '',
  authors: [],
  tags: ['Akten'],
  topics: [{ id: 'verfahren', label: { de: 'Verfahren' } }],
  chapters: { situation: 'Vorher', result: 'Nachher' },
  size: 'county',
  images: [{ id: 'u-1', url: '/u/1', alt: '' }],
  state: 'draft',
};
const row = (more: Readonly<Record<string, string>>) => ({
  id: 'u-1',
  url: '/u/1',
  name: '',
  alt: '',
  decoration: '',
  ...more,
});

describe('a post as it is typed', () => {
  it('sends of a new one only what holds something', () => {
    const values = { ...postFormValues(undefined, { orgId: 'a' }), title: ' Neu ', approach: 'So ging es' };
    assert.deepEqual(newPostInput(values, 'de'), {
      title: 'Neu',
      chapters: { approach: 'So ging es' },
      orgId: 'a',
      lang: 'de',
    });
  });

  it('sends nothing of what nobody touched, and chapters together', () => {
    const values = postFormValues(POST);
    assert.deepEqual(postChanges(values, POST), {});
    const { chapters, ...rest } = postChanges({ ...values, result: '', size: '' }, POST);
    assert.deepEqual(rest, { size: null });
    assert.equal(chapters?.situation, 'Vorher');
    assert.equal(chapters?.result, '');
  });

  it('takes the chapters away where it becomes another post', () => {
    const changes = postChanges({ ...postFormValues(POST), sort: 'post', body: 'Freier Text' }, POST);
    assert.equal(changes.body, 'Freier Text');
    assert.equal(changes.size, null);
    assert.ok(Object.values(changes.chapters ?? {}).every((text) => text === ''));
  });

  it('asks for words of each picture, also of a draft, and for a text of what comes out', () => {
    const empty = postFormValues(undefined);
    assert.deepEqual(postFaults(empty), { situation: 'no-text' });
    assert.deepEqual(postFaults(empty, true), {});
    assert.deepEqual(postFaults({ ...empty, images: [row({})] }, true), { images: 'alt' });
    assert.deepEqual(postFaults({ ...empty, images: [row({ decoration: 'yes' })] }, true), {});
    assert.deepEqual(postFaults({ ...empty, images: [row({ id: '', alt: 'Bild' })] }, true), { images: 'unfinished' });
  });

  it('reads tags however they are parted, each once', () => {
    assert.deepEqual(tagsIn({ tags: '#Akten; akten, Zwei  Worte,\n' }), ['Akten', 'Zwei Worte']);
  });

  it('points at names, but not at the contact that is given on purpose', () => {
    const values = { ...postFormValues(POST), pitfalls: 'Frau Sorgsam zögerte.', contact: 'Frau Mutig, a@b.example' };
    assert.deepEqual(
      postTraces(values).map(({ field, found }) => [field, found]),
      [['pitfalls', 'Frau Sorgsam']],
    );
  });

  it('shows what readers will see', () => {
    const shown = typedPost({ ...postFormValues(POST), title: 'Neu' }, POST, { topics: POST.topics ?? [], orgs: [] });
    assert.deepEqual(
      [shown.title, shown.report, shown.image],
      ['Neu', { situation: 'Vorher', result: 'Nachher' }, { url: '/u/1', alt: '' }],
    );
  });

  it('comes out at a time that is still to come and that there is', () => {
    const now = Date.parse('2027-03-01T00:00:00Z');
    const at = { date: '2027-07-01', time: '08:00' };
    assert.equal(scheduledAt(at, 'Europe/Berlin'), '2027-07-01T06:00:00Z');
    assert.deepEqual(scheduleFaults(at, 'Europe/Berlin', now), {});
    assert.deepEqual(scheduleFaults({ ...at, date: '2026-07-01' }, 'Europe/Berlin', now), { date: 'past' });
    assert.deepEqual(scheduleFaults({ date: '2027-03-28', time: '02:30' }, 'Europe/Berlin', now), { time: 'skipped' });
  });
});
