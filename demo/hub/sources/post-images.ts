import { createHmac, timingSafeEqual } from 'node:crypto';
import { untrustedHtml, type UntrustedHtml } from '../../../src/model/common.ts';
import type { Post } from '../../../src/model/post.ts';
import type { Hub } from '../hub.ts';

type Signing = Pick<Hub, 'config' | 'secret'>;

const signatureOf = ({ secret }: Signing, encoded: string): string =>
  createHmac('sha256', secret()).update(`image ${encoded}`).digest('base64url');

/** A picture of a source, as its address on this hub names it. */
export interface NamedImage {
  readonly sourceId: string;
  readonly url: string;
}

/** The path of a picture of a gathered post on this hub; nobody else can make one. */
export function imagePath(hub: Signing, { sourceId, url }: NamedImage): string {
  const encoded = Buffer.from(`${sourceId}\n${url}`).toString('base64url');
  return `/api/v1/images/${signatureOf(hub, encoded)}/${encoded}`;
}

/** What a path names; undefined for one that this hub has not made. */
export function readImagePath(hub: Signing, signature: string, encoded: string): NamedImage | undefined {
  const wanted = Buffer.from(signatureOf(hub, encoded));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return undefined;
  const [sourceId = '', url = ''] = Buffer.from(encoded, 'base64url').toString().split('\n');
  return { sourceId, url };
}

const IMG = /<img\b[^>]*>/gi;
const SRC = /\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;
const SETS = /\ssrcset\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

/** The address that an attribute names. */
function addressIn(tag: string, base: string | undefined): string | undefined {
  const [, double, single, bare] = SRC.exec(tag) ?? [];
  const text = (double ?? single ?? bare)?.replaceAll('&amp;', '&');
  const url = text === undefined ? null : URL.parse(text.trim(), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}

/**
 * A gathered post with its pictures as its source is configured: from there (`link`), by way of this hub (`proxy`), or
 * not at all (`none`). What reaches a browser is decided there once more, by the page's own rule about pictures.
 */
export function withShownImages<T extends Pick<Post, 'image' | 'content' | 'report' | 'url'>>(
  hub: Signing,
  sourceId: string | null,
  post: T,
): T {
  const { sources, imageProxy, publicUrl = '' } = hub.config;
  const mode = sources.find(({ id }) => id === sourceId)?.images ?? 'link';
  if (sourceId === null || mode === 'link') return post;
  const isProxied = mode === 'proxy' && imageProxy.enabled;
  const { image, content, report, ...rest } = post;
  const pathOf = (url: string): string => publicUrl + imagePath(hub, { sourceId, url });
  const shown = (html: string): UntrustedHtml =>
    untrustedHtml(
      html.replace(IMG, (tag) => {
        const address = isProxied ? addressIn(tag, post.url) : undefined;
        return address === undefined ? '' : tag.replace(SETS, '').replace(SRC, ` src="${pathOf(address)}"`);
      }),
    );
  return {
    ...rest,
    ...(image && isProxied && { image: { ...image, url: pathOf(image.url) } }),
    ...(content !== undefined && { content: shown(content) }),
    ...(report && {
      report: Object.fromEntries(Object.entries(report).map(([chapter, text]) => [chapter, shown(text)])),
    }),
  } as T;
}
