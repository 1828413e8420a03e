/** Posts as the REST API of WordPress sends them (see the recorded answers of a real one). */
export interface WpFixturePost {
  readonly id: number;
  readonly date_gmt: string;
  readonly modified_gmt: string;
  readonly status: string;
  readonly link: string;
  readonly title: { readonly rendered: string; readonly raw?: string };
  readonly excerpt: { readonly rendered: string };
  readonly content: { readonly rendered: string; readonly raw?: string; readonly protected: boolean };
  readonly meta: Readonly<Record<string, unknown>> | readonly [];
  readonly acf?: Readonly<Record<string, unknown>>;
  readonly _embedded?: Readonly<Record<string, unknown>>;
}

interface Posted {
  readonly nonce: string | null;
  readonly body: {
    readonly title: string;
    readonly content: string;
    readonly excerpt: string;
    readonly status: string;
  };
}

const NONCE = 'nonce12345';

/** A WordPress in a function: lists in pages, categories, nonces, and posts that are taken. */
export function wordpressNetwork(site: string, type: string, posts: readonly WpFixturePost[]) {
  const asked: string[] = [];
  const posted: Posted[] = [];
  const kept: WpFixturePost[] = [];
  let lost = false;
  let signedIn = true;
  const json = (data: unknown, status = 200, headers: Record<string, string> = {}): Response =>
    new Response(JSON.stringify(data), {
      status,
      headers: { 'content-type': 'application/json; charset=UTF-8', ...headers },
    });

  const answer = (method: string, url: URL, init: RequestInit | undefined): Response => {
    const path = url.href.slice(site.length).replace(/\?.*/, '');
    const nonce = new Headers(init?.headers).get('x-wp-nonce');
    if (path === 'wp-admin/admin-ajax.php') return signedIn ? new Response(NONCE) : new Response('0', { status: 400 });
    if (path === 'wp-json/wp/v2/categories')
      return json([
        { id: 1, slug: 'allgemein', name: 'Allgemein' },
        { id: 6, slug: 'teilhabe', name: 'Teilhabe' },
      ]);
    if (path !== `wp-json/wp/v2/${type}`) return json({ code: 'rest_no_route', data: { status: 404 } }, 404);
    if (nonce === 'nonce-outdated') return json({ code: 'rest_cookie_invalid_nonce', data: { status: 403 } }, 403);
    if (method === 'POST') {
      const body = JSON.parse(init?.body as string) as Posted['body'];
      posted.push({ nonce, body });
      const post: WpFixturePost = {
        id: 900 + posted.length,
        date_gmt: '2026-03-09T09:00:00',
        modified_gmt: '2026-03-09T09:00:00',
        status: body.status,
        link: `${site}?p=${900 + posted.length}`,
        title: { raw: body.title, rendered: body.title },
        excerpt: { rendered: `<p>${body.excerpt}</p>` },
        content: { raw: body.content, rendered: body.content, protected: false },
        meta: [],
      };
      kept.push(post);
      if (lost) {
        lost = false;
        throw new TypeError('network gone');
      }
      return json(post, 201);
    }
    if (url.searchParams.has('status')) return nonce ? json(kept) : json({ code: 'rest_forbidden_status' }, 400);
    const size = Number(url.searchParams.get('per_page') ?? 10);
    const page = Number(url.searchParams.get('page') ?? 1);
    const pages = Math.ceil(posts.length / size);
    if (page > Math.max(1, pages)) return json({ code: 'rest_post_invalid_page_number', data: { status: 400 } }, 400);
    return json(posts.slice((page - 1) * size, page * size), 200, {
      'x-wp-total': String(posts.length),
      'x-wp-totalpages': String(pages),
    });
  };

  const fetch: typeof globalThis.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input.toString());
    const method = init?.method ?? 'GET';
    asked.push(`${method} ${url.href}`);
    return Promise.resolve().then(() => answer(method, url, init));
  };
  return {
    fetch,
    asked,
    posted,
    loseNextAnswer: (): void => void (lost = true),
    signOut: (): void => void (signedIn = false),
  };
}
