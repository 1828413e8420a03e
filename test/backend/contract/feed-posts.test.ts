import { createFeedBackend } from '../../../src/backend/adapters/feed/feed-adapter.ts';
import { CONTRACT_POSTS, runPostsPortContract } from './posts-port.contract.ts';

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const src = 'https://blog.lindenhafen.example/feed.xml';

/** The posts as RSS, with an address where RSS wants one. */
const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Blog</title>
  ${CONTRACT_POSTS.map(
    (post) => `<item><guid isPermaLink="false">${post.id}</guid><link>${post.url}</link>
      <title>${escape(escape(post.title))}</title><description>${escape(`<p>${escape(post.teaser)} […]</p>`)}</description>
      <content:encoded><![CDATA[${post.content}]]></content:encoded>
      <author>redaktion@lindenhafen.example (${post.authors[0].displayName})</author>
      <pubDate>${new Date(post.publishedAt).toUTCString()}</pubDate>
      ${post.tags.map((tag) => `<category>${tag}</category>`).join('')}
      ${
        'image' in post
          ? `<media:content url="${post.image.url}" medium="image" type="image/jpeg"><media:description>${post.image.alt}</media:description></media:content>`
          : ''
      }</item>`,
  ).join('\n')}</channel></rss>`;

runPostsPortContract('an RSS feed', () => ({
  port: createFeedBackend({
    src,
    fetch: (_input, init) => {
      init?.signal?.throwIfAborted();
      return Promise.resolve(new Response(rss, { headers: { 'content-type': 'application/rss+xml' } }));
    },
  }).posts,
}));

const feed = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Blog',
  items: CONTRACT_POSTS.map((post) => ({
    id: post.id,
    url: post.url,
    title: post.title,
    summary: post.teaser,
    content_html: post.content,
    date_published: post.publishedAt,
    authors: post.authors.map(({ displayName }) => ({
      name: displayName,
      url: 'mailto:redaktion@lindenhafen.example',
    })),
    tags: post.tags,
    ...('image' in post && { image: post.image.url }),
  })),
};

// JSON Feed has no place for the description of a picture.
runPostsPortContract(
  'a JSON Feed',
  () => ({ port: createFeedBackend({ src, fetch: () => Promise.resolve(Response.json(feed)) }).posts }),
  { knows: ['title', 'author'] },
);
