import type { IssuerConfig } from '../../config/config-schema.ts';
import type { Identity } from '../../accounts/accounts.ts';
import { ROLES, type Role } from '../../authorization/caller.ts';
import type { Directory } from '../../directory/directory.ts';

export type Claims = Readonly<Record<string, unknown>>;

const LONGEST_NAME = 200;

/** A claim by its name, or by a dotted path into it (`realm_access.roles`). */
function claim(claims: Claims, name: string | undefined): unknown {
  if (name === undefined) return undefined;
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Claims)[key] : undefined,
      claims,
    );
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.normalize('NFC').trim().slice(0, LONGEST_NAME) || undefined : undefined;

function texts(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each) => text(each) ?? []);
}

function nameOf(claims: Claims): string | undefined {
  const whole = [text(claims['given_name']), text(claims['family_name'])].filter(Boolean).join(' ');
  return text(claims['name']) ?? (whole || text(claims['preferred_username']));
}

/**
 * What an issuer's claims (OpenID Connect Core, 5.1) say of somebody, as the configuration reads them: the organisation
 * by `orgClaim` or the issuer's own `org`, the roles by `rolesClaim`.
 */
export function identityOfClaims(
  issuer: IssuerConfig,
  claims: Claims & { readonly sub: string },
  directory: Directory,
): Identity {
  const named = texts(claim(claims, issuer.orgClaim));
  const orgId = named.map((value) => issuer.organisations?.[value] ?? directory.organisation(value)?.id).find(Boolean);
  const org = directory.organisation(orgId ?? issuer.org ?? '');
  const unit = text(claim(claims, issuer.unitClaim));
  const said = texts(claim(claims, issuer.rolesClaim)).map((value) => issuer.roles?.[value]);
  const roles: Role[] = ROLES.filter((role) => role === 'member' || said.includes(role));
  const email = text(claims['email']);
  return {
    issuer: issuer.issuer,
    subject: claims.sub,
    displayName: nameOf(claims) ?? issuer.label,
    ...(email && { email, emailVerified: claims['email_verified'] === true }),
    ...(org && { org }),
    ...(unit && { unit }),
    roles,
    managed: true,
  };
}
