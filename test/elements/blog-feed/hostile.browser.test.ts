import { expect } from '@open-wc/testing';
import type { VrPostPage } from '../../../src/elements/blog-feed/post-page/vr-post-page.ts';
import '../../../src/elements/blog-feed/post-page/vr-post-page.define.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { Post } from '../../../src/model/post.ts';
import { postsOf } from '../../../stories/blog-feed/sample-backend.ts';
import { loadPayloads, PAYLOADS_MISSING } from '../shared/support/payloads.ts';
import { all, one } from '../support/deep.ts';
import { waitUntil } from '../support/wait-until.ts';
import { clearFeeds, putFeed } from './support/feed-stage.ts';

const payloads = await loadPayloads();

/** What a widget itself is made of; everything else would be the payload's. */
const OWN = /^(vr-|svg$|path$|style$|input$|select$|option$|button$|label$|form$|slot$)/;
const HOSTILE =
  /^(script|iframe|object|embed|base|link|meta|frame|frameset|audio|video|source|template|math|foreignobject)$/;

/** What must not be there, in words. */
function faults(root: Element): string[] {
  return all(root, '*').flatMap((element) => {
    // Data for programs that read the page are never run.
    if (element.localName === 'script' && element.getAttribute('type') === 'application/ld+json') return [];
    const found = HOSTILE.test(element.localName) && !OWN.test(element.localName) ? [`<${element.localName}>`] : [];
    for (const { name, value } of [...element.attributes]) {
      if (/^on/.test(name) || name === 'srcdoc' || name === 'style') found.push(`${name}="${value}"`);
      if (!/^(href|src|action|formaction|xlink:href|poster|background)$/.test(name)) continue;
      const { protocol } = new URL(value, location.href);
      if (!/^(https?|mailto|tel):$/.test(protocol)) found.push(`${name}="${value}"`);
    }
    return found;
  });
}

/** A post with one text in each of its fields. The mark makes sure that it is taken for HTML. */
const everywhere = (text: string, id: string): Post => ({
  id,
  title: text,
  teaser: text,
  content: untrustedHtml(`<b>·</b>${text}`),
  // Every third one hides behind a warning.
  ...(id.length % 3 === 0 && { warning: text }),
  authors: [{ displayName: text, org: { name: text } }],
  publishedAt: '2027-03-01T08:00:00Z',
  tags: [text],
  topics: [{ id: text, label: { de: text } }],
  org: { name: text },
  url: text,
  image: { url: text, alt: text },
  source: { id: text, label: text, title: text, url: text },
  alsoOn: [{ url: text, source: { id: text, label: text } }],
  report: { result: untrustedHtml(`<i>·</i>${text}`), contact: untrustedHtml(`<i>·</i>${text}`) },
  ideaId: text,
  ideaTitle: text,
  licence: text,
  lang: 'de',
});

/** The text has come, folded or not. */
const isCleaned = (text: Element): boolean => all(text, '.text')[0]?.textContent?.startsWith('·') === true;

describe('posts with what strangers wrote', () => {
  if (payloads.length === 0) {
    it.skip(`let no payload run (${PAYLOADS_MISSING})`);
    return;
  }
  const posts = payloads.map(({ payload }, index) => everywhere(payload, `p${index}`));
  const { alert, prompt, confirm } = window;
  const ran: string[] = [];
  let before = { href: '', title: '' };
  let now = '';

  beforeEach(() => {
    ran.length = 0;
    before = { href: location.href, title: document.title };
    window.alert =
      window.prompt =
      window.confirm =
        () => {
          ran.push(now);
          return null as never;
        };
  });
  afterEach(() => {
    clearFeeds();
    for (const page of document.querySelectorAll('vr-post-page')) page.remove();
    Object.assign(window, { alert, prompt, confirm });
  });

  function provoke(root: Element): void {
    for (const element of all(root, 'vr-rich-text')) {
      for (const inner of all(element, '*')) {
        inner.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
        inner.dispatchEvent(new CustomEvent('error'));
      }
    }
    expect(ran).to.deep.equal([]);
    expect({ href: location.href, title: document.title }).to.deep.equal(before);
  }

  for (const layout of ['list', 'cards', 'magazine']) {
    it(`are all shown in the layout ${layout}, and none of ${posts.length} payloads runs or stays`, async () => {
      now = layout;
      const attributes = `layout="${layout}" limit="200" full-text images="none"`;
      const feed = await putFeed({ attributes, backend: postsOf(posts.slice(0, 200)) });
      const texts = (): HTMLElement[] => all(feed, 'vr-rich-text');
      await waitUntil(() => all(feed, 'article').length === Math.min(200, posts.length), 'shows the posts');
      await waitUntil(() => texts().length > 0 && texts().every(isCleaned), 'shows their texts');
      expect(faults(feed)).to.deep.equal([]);
      provoke(feed);
    }).timeout(120_000);
  }

  it('are read, and none of the payloads runs or stays', async () => {
    const page: VrPostPage = Object.assign(document.createElement('vr-post-page'), {
      share: 'mail copy linkedin threema',
      // Every picture may be loaded whose address a foreign text can name without leaving the machine.
      allowsImage: (url: string) => URL.canParse(url) && new URL(url).host === '127.0.0.1:9',
    });
    document.body.append(page);
    for (const post of posts) {
      now = post.id;
      const content = untrustedHtml(post.content!.replace(/https?:\/\/[^/\s"'<>]+/g, 'http://127.0.0.1:9'));
      page.post = { ...post, content };
      await page.updateComplete;
      await waitUntil(() => isCleaned(one(page, 'vr-rich-text')), `cleans ${post.id}`);
      expect(faults(page), post.title).to.deep.equal([]);
    }
    provoke(page);
  }).timeout(120_000);

  it('are read under the strictest policy, which refuses no more than styles of their own', async () => {
    const some = posts.filter((_, index) => index % 4 === 0);
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html vr">
      <script type="module">
        const told = (window.told = []);
        window.alert = window.prompt = window.confirm = () => void told.push('ran');
        addEventListener('securitypolicyviolation', (event) => told.push(event.effectiveDirective));
        await import('/src/elements/blog-feed/post-page/vr-post-page.define.ts');
        window.show = (post) => {
          const page = document.createElement('vr-post-page');
          page.post = post;
          document.body.append(page);
        };
      </script>`;
    document.body.append(frame);
    try {
      const inside = (): (Window & { show?: (post: Post) => void; told?: readonly string[] }) | null =>
        frame.contentWindow;
      await waitUntil(() => inside()?.show !== undefined, 'starts');
      for (const post of some) inside()!.show!(post);
      const texts = (): (ShadowRoot | null)[] =>
        [...frame.contentDocument!.querySelectorAll('vr-post-page')].map(
          ({ shadowRoot }) => shadowRoot?.querySelector('vr-rich-text')?.shadowRoot ?? null,
        );
      await waitUntil(
        () => texts().every((text) => text?.querySelector('.text')?.textContent?.startsWith('·')),
        'cleans all',
      );
      for (const text of texts()) expect([...text!.children].flatMap(faults)).to.deep.equal([]);
      expect(inside()!.told!.filter((each) => each !== 'style-src-attr')).to.deep.equal([]);
    } finally {
      frame.remove();
    }
  }).timeout(120_000);
});
