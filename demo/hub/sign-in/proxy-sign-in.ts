import type { FastifyRequest } from 'fastify';
import { ConfigError } from '../config/config.ts';
import type { Caller } from '../authorization/caller.ts';
import { HttpProblem } from '../http/http-problem.ts';
import { isTrustedAddress } from './trusted-address.ts';
import { demandOwnPage } from './own-page.ts';
import type { CreateSignInMode } from './sign-in-mode.ts';

const LONGEST = 320;
/** Header values are bytes (RFC 9110, 5.5); proxies write names as UTF-8. */
const textOf = (value: string): string => Buffer.from(value, 'latin1').toString('utf8').normalize('NFC').trim();

/**
 * The reverse proxy has signed people in (SAML, Kerberos, a corporate portal) and names them in a header. It counts only
 * where the connection itself comes from a configured proxy; from anywhere else it is as if it were not there.
 */
export const proxySignIn: CreateSignInMode = (hub) => {
  const { config, accounts, directory } = hub;
  const { proxyHeader, proxyNameHeader, proxyMailHeader, proxyUnitHeader, proxyOrg } = config.signIn;
  const isTrusted = isTrustedAddress(config.trustedProxies);
  const org = proxyOrg === undefined ? config.organisations[0] : directory.organisation(proxyOrg);
  if (!org) {
    throw new ConfigError([
      proxyOrg === undefined
        ? '"organisations" must name the administration whose people the proxy signs in.'
        : `"signIn.proxyOrg" names "${proxyOrg}", which is not in "organisations".`,
    ]);
  }

  function header(request: FastifyRequest, name: string | undefined): string | undefined {
    const key = name?.toLowerCase() ?? '';
    const value = request.headers[key];
    // Two headers of one name: one of them is not the proxy's.
    const isOne = request.raw.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === key).length === 1;
    return typeof value === 'string' && isOne ? textOf(value).slice(0, LONGEST) || undefined : undefined;
  }

  async function callerOf(request: FastifyRequest, subject: string): Promise<Caller | undefined> {
    const email = header(request, proxyMailHeader);
    const unit = header(request, proxyUnitHeader);
    const accountId = await accounts.signIn({
      issuer: 'proxy',
      subject,
      displayName: header(request, proxyNameHeader) ?? subject,
      ...(email && { email, emailVerified: true }),
      ...(org && { org }),
      ...(unit && { unit }),
      managed: true,
    });
    return accounts.caller(accountId);
  }

  return {
    identify(request) {
      const name = proxyHeader.toLowerCase();
      if (request.headers[name] === undefined || !isTrusted(request.raw.socket.remoteAddress)) return undefined;
      const subject = header(request, name);
      if (!subject) throw new HttpProblem('sign-in-required', { detail: `The proxy's header ${name} names nobody.` });
      // The proxy knows the browser by something that the browser adds by itself.
      demandOwnPage(request, config);
      return callerOf(request, subject);
    },
  };
};
