import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Post } from '../../src/model/post.ts';
import { postsJsonLd } from '../../src/model/posts-json-ld.ts';

const post = (change: Partial<Post>): Post => ({ id: 'a', title: 'A', teaser: '', authors: [], tags: [], ...change });

interface List {
  readonly '@type': string;
  readonly itemListElement: readonly { readonly position: number; readonly url: string; readonly name?: string }[];
}
const listOf = (text: string): List => JSON.parse(text) as List;

test('A list for programs leads to where each post was written, in the order in which people see them', () => {
  const text = postsJsonLd(
    [post({ url: 'https://blog.example/a' }), post({ id: 'b', title: '', state: 'published' })],
    ({ id }) => `https://netz.example/#vr-post=${id}`,
  );
  const list = listOf(text);
  assert.equal(list['@type'], 'ItemList');
  assert.deepEqual(
    list.itemListElement.map(({ position, url, name }) => [position, url, name]),
    [
      [1, 'https://blog.example/a', 'A'],
      [2, 'https://netz.example/#vr-post=b', undefined],
    ],
  );
});

test('Drafts, posts behind a password and posts without an address are left out; without any there is no list', () => {
  const hidden = [post({ state: 'draft' }), post({ isProtected: true, url: 'https://blog.example/b' }), post({})];
  assert.equal(postsJsonLd(hidden), '');
});

test('No title can end the element that the list stands in, and a long stream is cut', () => {
  const many = Array.from({ length: 80 }, () => post({ title: '</script><script>', url: 'https://blog.example/' }));
  const text = postsJsonLd(many);
  assert.equal(text.includes('<'), false);
  assert.equal(listOf(text).itemListElement.length, 50);
});
