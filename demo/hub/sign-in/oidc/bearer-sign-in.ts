import { createHash } from 'node:crypto';
import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Caller } from '../../authorization/caller.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Hub } from '../../hub.ts';
import type { SignInMode } from '../sign-in-mode.ts';
import { identityOfClaims } from './identity-of-claims.ts';
import { KeySets } from './key-sets.ts';

/** Signatures with a key pair: a shared secret would let the hub itself make tokens. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
/** Seconds by which two clocks may differ. */
const TOLERANCE = 30;
const LONGEST_TOKEN = 16_000;
const MOST_KEPT = 10_000;

const refused = (detail: string, cause?: unknown): HttpProblem =>
  new HttpProblem('sign-in-required', {
    detail,
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
    cause,
  });

/** Programs and pages that bring a token of a configured issuer: `Authorization: Bearer` with a JWT (RFC 6750, RFC 9068). */
export function bearerSignIn(hub: Hub): SignInMode {
  const { issuers } = hub.config.signIn;
  const keySets = new KeySets();
  const checked = new Map<string, { readonly accountId: string; readonly until: number }>();

  async function accountOf(token: string): Promise<{ readonly accountId: string; readonly until: number }> {
    let issuer;
    try {
      const { iss } = decodeJwt(token);
      issuer = issuers.find((known) => known.issuer === iss);
    } catch (error) {
      throw refused('The token is no JWT.', error);
    }
    if (!issuer) throw refused('The token comes from an issuer that this hub does not know.');
    try {
      const { payload } = await jwtVerify(token, await keySets.of(issuer), {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: ALGORITHMS,
        clockTolerance: TOLERANCE,
        currentDate: new Date(hub.clock()),
        requiredClaims: ['exp', 'sub'],
      });
      const { sub = '', exp = 0 } = payload;
      const accountId = await hub.accounts.signIn(identityOfClaims(issuer, { ...payload, sub }, hub.directory));
      return { accountId, until: (exp + TOLERANCE) * 1000 };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw refused('The token has expired.', error);
      if (error instanceof errors.JWTClaimValidationFailed)
        throw refused(`The token's claim "${error.claim}" is not what this hub asks for.`, error);
      if (error instanceof errors.JWKSTimeout || error instanceof TypeError)
        throw new HttpProblem('busy', { retryAfter: 5, detail: `${issuer.label} does not answer.`, cause: error });
      if (error instanceof errors.JOSEError) throw refused('The token does not hold.', error);
      throw error;
    }
  }

  async function byToken(token: string): Promise<Caller | undefined> {
    const key = createHash('sha256').update(token).digest('base64url');
    let known = checked.get(key);
    if (!known || known.until <= hub.clock()) {
      known = await accountOf(token);
      if (checked.size >= MOST_KEPT) checked.clear();
      checked.set(key, known);
    }
    const caller = await hub.accounts.caller(known.accountId);
    // The person has been erased since: the token opens a new account.
    if (!caller) checked.delete(key);
    return caller ?? hub.accounts.caller((await accountOf(token)).accountId);
  }

  return {
    identify(request) {
      const { authorization } = request.headers;
      const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return undefined;
      if (token.length > LONGEST_TOKEN) throw refused('The token is too long.');
      return byToken(token);
    },
  };
}
