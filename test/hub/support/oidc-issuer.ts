import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

type Grant = InstanceType<Provider['Grant']>;

/** Somebody whom an issuer knows: the claims of OpenID Connect Core 5.1, and the issuer's own. */
export interface Person {
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface OidcIssuer {
  readonly url: string;
  /** Whom the next sign-in is. null: the person refuses. */
  who: Person | null;
  stop(): Promise<void>;
}

export interface IssuerOptions {
  readonly who: Person;
  readonly clientId: string;
  /** Absent: a public client, as a page is one. */
  readonly clientSecret?: string;
  readonly redirectUris: readonly string[];
  /** Audience of the access tokens, which are JWTs then. */
  readonly audience?: string;
  /** Names of claims beyond those of the scopes. */
  readonly claims?: readonly string[];
  /** Seconds. Default 300. */
  readonly tokenLifetime?: number;
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

/** A real OpenID provider on loopback that signs in whom it is told to, without asking. */
export async function startIssuer(options: IssuerOptions): Promise<OidcIssuer> {
  let handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end();
  const server = createServer((request, response) => handle(request, response));
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;
  const people = new Map<string, Person>();
  const issuer: { url: string; who: Person | null; stop(): Promise<void> } = {
    url,
    who: options.who,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  const { audience } = options;
  const own = [...(options.claims ?? [])];
  const provider: Provider = new Provider(url, {
    clients: [
      {
        client_id: options.clientId,
        ...(options.clientSecret
          ? { client_secret: options.clientSecret }
          : { token_endpoint_auth_method: 'none' as const }),
        redirect_uris: [...options.redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: ['test'] },
    claims: { openid: ['sub', ...own], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    clientBasedCORS: () => true,
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => people.get(sub) ?? { sub } }),
    async loadExistingGrant({ oidc }): Promise<Grant> {
      const grant: Grant = new provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      if (audience) grant.addResourceScope(audience, 'openid');
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_context, token) => ({ ...people.get(String((token as { accountId?: string }).accountId)) }),
    ttl: { AccessToken: options.tokenLifetime ?? 300, IdToken: 300, Grant: 600, Session: 600, Interaction: 600 },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      ...(audience && {
        resourceIndicators: {
          enabled: true,
          defaultResource: () => audience,
          useGrantedResource: () => true,
          getResourceServerInfo: () => ({ scope: 'openid', audience, accessTokenFormat: 'jwt' as const }),
        },
      }),
    },
  });
  const callback = provider.callback();
  handle = (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    const { who } = issuer;
    if (who) people.set(who.sub, who);
    void provider.interactionFinished(
      request,
      response,
      who ? { login: { accountId: who.sub } } : { error: 'access_denied', error_description: 'refused' },
    );
  };
  return issuer;
}
