import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import * as client from 'openid-client';
import { Type } from 'typebox';
import { linkIdentity } from '../../accounts/linked-identities.ts';
import type { IssuerConfig } from '../../config/config-schema.ts';
import type { Hub } from '../../hub.ts';
import type { PageLook } from '../page/sign-in-page.ts';
import { showFailure } from '../page/sign-in-page.ts';
import { isKnownOrigin, ownBase, returnAddress } from '../return-address.ts';
import { readCookie, type Sessions } from '../sessions.ts';
import { Attempts } from './attempts.ts';
import { identityOfClaims } from './identity-of-claims.ts';
import { Providers } from './providers.ts';

const COOKIE = 'hub-sign-in';
const COOKIE_SECONDS = 900;
const CALLBACK = '/sign-in/oidc/callback';

type SignInIssuer = IssuerConfig & { readonly clientId: string };

/** Issuers that the hub may send a browser to; the others are for tokens that pages bring along. */
export const signInIssuers = (hub: Pick<Hub, 'config'>): readonly SignInIssuer[] =>
  hub.config.signIn.mode === 'oidc'
    ? hub.config.signIn.issuers.filter((issuer): issuer is SignInIssuer => issuer.clientId !== undefined)
    : [];

interface Options {
  readonly hub: Hub;
  readonly sessions: Sessions;
  /** Goes on after a sign-in: back to the page, or to the end of the popup. */
  readonly done: (reply: FastifyReply, returnTo: string, popupOrigin: string | null) => FastifyReply;
  readonly look: (request: FastifyRequest) => PageLook;
}

/**
 * Authorization code flow with PKCE (OpenID Connect Core 3.1, RFC 7636), by the hub in the browser's place: no token ever
 * reaches a page, and pages without a secure context, which cannot compute a challenge, sign in all the same.
 */
export const codeFlow: FastifyPluginAsyncTypebox<Options> = async (app, { hub, sessions, done, look }) => {
  const { config } = hub;
  const attempts = new Attempts(hub);
  const providers = new Providers();
  const issuers = signInIssuers(hub);
  const secure = config.publicUrl?.startsWith('https:') ? '; Secure' : '';
  const cookie = (value: string, seconds: number): string =>
    `${COOKIE}=${value}; Path=/sign-in; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;

  app.get(
    '/sign-in/oidc/:issuer',
    {
      schema: {
        hide: true,
        params: Type.Object({ issuer: Type.String({ maxLength: 64 }) }),
        querystring: Type.Object({
          return: Type.Optional(Type.String({ maxLength: 2000 })),
          origin: Type.Optional(Type.String({ maxLength: 300 })),
          popup: Type.Optional(Type.String({ maxLength: 5 })),
          link: Type.Optional(Type.String({ maxLength: 5 })),
        }),
      },
    },
    async (request, reply) => {
      const issuer = issuers.find(({ id }) => id === request.params.issuer);
      if (!issuer) return showFailure(reply, look(request), 'unknown-issuer');
      const { query } = request;
      try {
        const provider = await providers.of(issuer);
        const codeVerifier = client.randomPKCECodeVerifier();
        const state = client.randomState();
        const nonce = client.randomNonce();
        const popup = query.popup && query.origin && isKnownOrigin(query.origin, request, config);
        await attempts.keep(state, {
          issuerId: issuer.id,
          codeVerifier,
          nonce,
          returnTo: returnAddress(query.return, request, config),
          popupOrigin: popup ? (query.origin ?? null) : null,
          linkTo: query.link && request.caller.kind === 'account' ? request.caller.accountId : null,
        });
        const address = client.buildAuthorizationUrl(provider, {
          redirect_uri: `${ownBase(request, config)}${CALLBACK}`,
          scope: issuer.scope ?? 'openid profile email',
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return await reply
          .header('set-cookie', cookie(state, COOKIE_SECONDS))
          .header('cache-control', 'no-store')
          .redirect(address.href, 303);
      } catch (error) {
        request.log.error({ err: error }, 'sign-in could not begin');
        return showFailure(reply, look(request), 'provider-away');
      }
    },
  );

  app.get(
    CALLBACK,
    { schema: { hide: true, querystring: Type.Record(Type.String(), Type.String({ maxLength: 4000 })) } },
    async (request, reply) => {
      const { state = '', error: refusal } = request.query;
      reply.header('set-cookie', cookie('', 0)).header('cache-control', 'no-store');
      // The browser that comes back must be the one that left.
      const mine = readCookie(request.headers.cookie, COOKIE) === state;
      const attempt = state && mine ? await attempts.take(state) : undefined;
      const issuer = issuers.find(({ id }) => id === attempt?.issuerId);
      if (!attempt || !issuer) return showFailure(reply, look(request), 'expired');
      if (refusal) return showFailure(reply, look(request), 'refused', attempt.returnTo);
      let claims;
      try {
        const current = new URL(`${ownBase(request, config)}${request.url.slice(request.url.indexOf(CALLBACK))}`);
        const tokens = await client.authorizationCodeGrant(await providers.of(issuer), current, {
          pkceCodeVerifier: attempt.codeVerifier,
          expectedState: state,
          expectedNonce: attempt.nonce,
          idTokenExpected: true,
        });
        claims = tokens.claims();
        if (!claims) throw new Error('The answer of the identity provider holds no ID token');
      } catch (error) {
        request.log.error({ err: error }, 'sign-in did not come to its end');
        return showFailure(reply, look(request), 'failed', attempt.returnTo);
      }
      const identity = identityOfClaims(issuer, claims, hub.directory);
      if (attempt.linkTo) {
        const linked = await linkIdentity(hub, attempt.linkTo, identity);
        return linked
          ? done(reply, attempt.returnTo, attempt.popupOrigin)
          : showFailure(reply, look(request), 'linked-elsewhere', attempt.returnTo);
      }
      await sessions.begin(request, reply, await hub.accounts.signIn(identity));
      return done(reply, attempt.returnTo, attempt.popupOrigin);
    },
  );
};
