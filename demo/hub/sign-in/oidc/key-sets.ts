import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { IssuerConfig } from '../../config/config-schema.ts';

const TIMEOUT = 5000;

/** Where an issuer's keys are, by its metadata (OpenID Connect Discovery 1.0, 4). @throws TypeError when it does not say. */
async function jwksUrlOf(issuer: IssuerConfig): Promise<URL> {
  if (issuer.jwksUrl) return new URL(issuer.jwksUrl);
  const address = `${issuer.issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT), redirect: 'error' });
  const { issuer: said, jwks_uri: url } = (answer.ok ? await answer.json() : {}) as Record<string, unknown>;
  if (said !== issuer.issuer || typeof url !== 'string' || !URL.canParse(url)) {
    throw new TypeError(`${address} is not the metadata of ${issuer.issuer}`);
  }
  return new URL(url);
}

/** The public keys of the issuers, fetched when they are first needed and anew when an unknown key turns up. */
export class KeySets {
  readonly #sets = new Map<string, Promise<JWTVerifyGetKey>>();

  async of(issuer: IssuerConfig): Promise<JWTVerifyGetKey> {
    let set = this.#sets.get(issuer.id);
    if (!set) {
      set = jwksUrlOf(issuer).then((url) => createRemoteJWKSet(url, { timeoutDuration: TIMEOUT }));
      this.#sets.set(issuer.id, set);
    }
    try {
      return await set;
    } catch (error) {
      // An issuer that was away is asked again with the next request.
      this.#sets.delete(issuer.id);
      throw error instanceof TypeError ? error : new TypeError('The issuer does not answer', { cause: error });
    }
  }
}
