/** A feed of 500 items with full texts, from text to posts, beside a library that reads as many formats. In Node. */
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { parseFeed } from 'feedsmith';
import { postsOfFeed, sourceOfFeed } from '../../../src/backend/adapters/feed/feed-mapping.ts';
import { readFeed } from '../../../src/backend/adapters/feed/feed-reader.ts';
import { root } from './paths.mjs';
import { median } from './statistics.mjs';

export const ITEMS = 500;
const PARAGRAPH =
  '<p>Wir haben im <b>B&uuml;rgeramt</b> den Papierumlauf abgeschafft &amp; dabei <a href="https://blog.lindenhafen.example/x?y=1">viel gelernt</a>, was andere nutzen k&ouml;nnen.</p>\n';

const item = (number) => `<item><title>Bericht ${number}: B&#252;rgeramt &amp; mehr</title>
<link>https://blog.lindenhafen.example/${number}/</link><guid isPermaLink="false">https://blog.lindenhafen.example/?p=${number}</guid>
<dc:creator><![CDATA[Ayşe Öztürk ${number % 7}]]></dc:creator><pubDate>Mon, ${String(1 + (number % 28)).padStart(2, '0')} Oct 2025 08:30:00 +0200</pubDate>
<category><![CDATA[Digitalisierung]]></category><category>Thema ${number % 20}</category>
<description><![CDATA[Kurz gesagt, Bericht ${number} [&#8230;]]]></description>
<content:encoded><![CDATA[${PARAGRAPH.repeat(10)}<img src="https://blog.lindenhafen.example/${number}.jpg" alt="Bild" width="600" height="400">]]></content:encoded></item>`;

const makeFeed = () =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Blog der Stadt Lindenhafen</title><link>https://blog.lindenhafen.example/</link>${Array.from({ length: ITEMS }, (_, number) => item(number)).join('\n')}</channel></rss>`;

function byReader(text) {
  return readFeed(text, { url: 'https://blog.lindenhafen.example/feed' }).items.length;
}

function byAdapter(text) {
  const feed = readFeed(text, { url: 'https://blog.lindenhafen.example/feed' });
  return postsOfFeed(feed, sourceOfFeed(feed, 'https://blog.lindenhafen.example/feed')).items.length;
}

const byFeedsmith = (text) => parseFeed(text).feed.items.length;

/** Texts, errors and clocks are in every page that shows posts. */
const core = {
  name: 'core',
  setup({ onResolve }) {
    onResolve({ filter: /(backend-error|foreign-text)\.ts$|\/model\// }, ({ path }) => ({ path, external: true }));
  },
};

/** What a page downloads for a way, gzip, beyond what the library has in any case. */
async function sizeOf(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    plugins: [core],
    legalComments: 'none',
    logLevel: 'error',
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

function time(work, text, runs) {
  const cpu = [];
  let items = 0;
  for (let run = 0; run < runs + 3; run++) {
    const before = process.cpuUsage();
    items = work(text);
    const { user, system } = process.cpuUsage(before);
    // The first runs compile.
    if (run > 2) cpu.push((user + system) / 1000);
  }
  return { cpu: median(cpu), least: Math.min(...cpu), items };
}

/** @returns {Promise<{label: string, cpu: number, least: number, items: number, gzip?: number}[]>} ours first */
export async function measureFeed({ runs }) {
  const text = makeFeed();
  const ways = [
    [
      'vr: reader, items in one shape',
      byReader,
      "export { readFeed } from './src/backend/adapters/feed/feed-reader.ts'",
    ],
    ['vr: to posts, with teaser, words and chapters of reports', byAdapter],
    ['feedsmith 3, its own shapes', byFeedsmith, "export { parseFeed } from 'feedsmith'"],
  ];
  const rows = [];
  for (const [label, work, code] of ways) {
    rows.push({ label, ...time(work, text, runs), ...(code && { gzip: await sizeOf(code) }) });
  }
  return rows;
}
