import * as client from 'openid-client';
import type { IssuerConfig } from '../../config/config-schema.ts';

/** What the hub knows of the identity providers that it sends browsers to (OpenID Connect Discovery 1.0). */
export class Providers {
  readonly #known = new Map<string, Promise<client.Configuration>>();

  of(issuer: IssuerConfig & { readonly clientId: string }): Promise<client.Configuration> {
    let known = this.#known.get(issuer.id);
    if (!known) {
      const address = new URL(issuer.issuer);
      known = client.discovery(
        address,
        issuer.clientId,
        undefined,
        issuer.clientSecret === undefined ? client.None() : client.ClientSecretBasic(issuer.clientSecret),
        {
          timeout: 5,
          // An issuer of the intranet without TLS is the operator's choice, made by its address.
          ...(address.protocol === 'http:' && { execute: [client.allowInsecureRequests] }),
        },
      );
      known.catch(() => this.#known.delete(issuer.id));
      this.#known.set(issuer.id, known);
    }
    return known;
  }
}
