import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeUser {
  id: string;
  displayName: string;
  title?: string;
  active?: boolean;
  version?: string;
  email?: string;
  department?: string;
  organization?: string;
  preferredLanguage?: string;
}

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** A SCIM service as small as the tests need it: pages by index and by cursor, or answers as `reply` says. */
export class ScimServer {
  users: FakeUser[] = [];
  cursors = false;
  /** Whether it tells how many users there are, as it must (RFC 7644, 3.4.2). */
  totals = true;
  /** Instead of every answer. */
  reply: Reply | undefined;
  readonly requests: { readonly url: URL; readonly headers: IncomingMessage['headers'] }[] = [];
  readonly token = 'geheimes-token-8471';
  #server: Server | undefined;
  url = '';

  async start(): Promise<void> {
    const server = createServer((request, response) => this.#answer(request, response));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/scim/v2`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', 'http://scim.test');
    this.requests.push({ url, headers: request.headers });
    if (this.reply) return this.reply(request, response);
    const send = (status: number, body: unknown): void =>
      void response.writeHead(status, { 'content-type': 'application/scim+json' }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${this.token}`) return send(401, { status: '401' });
    if (url.pathname.endsWith('/ServiceProviderConfig')) {
      return send(200, {
        filter: { maxResults: 3 },
        ...(this.cursors && { pagination: { cursor: true, maxPageSize: 2 } }),
      });
    }
    const count = Number(url.searchParams.get('count'));
    const cursor = url.searchParams.get('cursor');
    const from = cursor === null ? Number(url.searchParams.get('startIndex')) - 1 : Number(cursor || 0);
    const page = this.users.slice(from, from + count);
    const next = from + page.length;
    send(200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      ...(this.totals && { totalResults: this.users.length }),
      ...(cursor !== null && next < this.users.length && { nextCursor: String(next) }),
      Resources: page.map((user) => ({
        id: user.id,
        displayName: user.displayName,
        active: user.active ?? true,
        ...(user.title && { title: user.title }),
        ...(user.preferredLanguage && { preferredLanguage: user.preferredLanguage }),
        ...(user.email && {
          emails: [
            { value: `privat-${user.email}`, type: 'home', primary: true },
            { value: user.email, type: 'work' },
          ],
        }),
        photos: [{ value: 'https://bilder.example/1.png' }],
        meta: { resourceType: 'User', ...(user.version && { version: user.version }) },
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
          ...(user.department && { department: user.department }),
          ...(user.organization && { organization: user.organization }),
        },
      })),
    });
  }
}
