import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { postJsonLd } from '../../src/model/post-json-ld.ts';
import type { Post } from '../../src/model/post.ts';
import { mastodonServer, shareLink, shareServices } from '../../src/model/share-links.ts';

const SHARED = { title: 'Größe & Maß', url: 'https://lindenhafen.example/b?a=1#vr-post=x' };

describe('handing on', () => {
  it('keeps the ways that an editor has listed, in their order and once', () => {
    assert.deepEqual(shareServices('mail, COPY;mastodon facebook mail'), ['mail', 'copy', 'mastodon']);
    assert.deepEqual(shareServices(undefined), []);
  });

  it('makes links that carry title and address whole', () => {
    assert.equal(
      shareLink('mail', SHARED),
      'mailto:?subject=Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F&body=Gr%C3%B6%C3%9Fe%20%26%20Ma%C3%9F%0D%0Ahttps%3A%2F%2Flindenhafen.example%2Fb%3Fa%3D1%23vr-post%3Dx%0D%0A',
    );
    assert.equal(new URL(shareLink('threema', SHARED)!).searchParams.get('text'), `${SHARED.title}\n${SHARED.url}`);
    assert.equal(new URL(shareLink('linkedin', SHARED)!).searchParams.get('url'), SHARED.url);
    assert.equal(shareLink('mastodon', SHARED), undefined);
    assert.equal(new URL(shareLink('mastodon', SHARED, 'social.example')!).host, 'social.example');
    assert.equal(shareLink('print', SHARED), undefined);
  });

  it('reads a server as people write it, and nothing else', () => {
    for (const text of ['Social.Example', ' https://social.example/@x ', '@mara@social.example', 'mara@social.example'])
      assert.equal(mastodonServer(text), 'social.example', text);
    for (const text of ['', 'mara', 'kein server', 'javascript:alert(1)', '127.0.0.1', 'a.example:80@', 'http://'])
      assert.equal(mastodonServer(text), undefined, text);
  });

  it('tells programs of posts that were written here alone', () => {
    const post: Post = { id: '1', title: '</script>', teaser: '', authors: [], tags: [] };
    assert.match(postJsonLd(post, 'https://a.example/#vr-post=1'), /"BlogPosting".*\\u003c\/script/);
    assert.equal(postJsonLd({ ...post, url: 'https://b.example/', source: { id: 'b', kind: 'feed' } }, undefined), '');
    assert.equal(postJsonLd({ ...post, state: 'draft' }, undefined), '');
  });
});
