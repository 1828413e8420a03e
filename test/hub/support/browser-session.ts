/** As much of a browser as a sign-in needs: cookies by host, redirects one by one. */
export class BrowserSession {
  readonly #cookies = new Map<string, Map<string, string>>();

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const isGone = attributes.some((part) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(part));
      if (isGone) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Follows redirects until a page comes, or an address that starts with `until`, which is not asked. */
  async follow(url: string, until?: string): Promise<{ readonly url: string; readonly response?: Response }> {
    for (let step = 0; step < 12; step += 1) {
      if (until && url.startsWith(until)) return { url };
      const response = await this.fetch(url);
      const location = response.headers.get('location');
      if (!location || response.status < 300 || response.status >= 400) return { url, response };
      await response.arrayBuffer();
      url = new URL(location, url).href;
    }
    throw new Error(`Too many redirects, the last to ${url}`);
  }
}
