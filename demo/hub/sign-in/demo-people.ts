import type { Role } from '../authorization/caller.ts';
import type { OrganisationConfig } from '../config/config.ts';

type DemoOrganisation = Pick<OrganisationConfig, 'id' | 'name' | 'kind'>;

const LINDENHAFEN: DemoOrganisation = { id: 'lindenhafen', name: 'Stadt Lindenhafen', kind: 'administration' };
const AUENTAL: DemoOrganisation = { id: 'auental', name: 'Kreis Auental', kind: 'administration' };
const BRUECKFURT: DemoOrganisation = { id: 'brueckfurt', name: 'Stadt Brückfurt', kind: 'administration' };
const IMPULSWERK: DemoOrganisation = {
  id: 'impulswerk',
  name: 'Impulswerk Lindenhafen e. V.',
  kind: 'civil-society',
};

export interface DemoPerson {
  readonly id: string;
  readonly displayName: string;
  readonly org: DemoOrganisation;
  readonly unit?: string;
  readonly roles: readonly Role[];
}

/** Invented people of the three administrations and the civil-society hub of the demo; every role once at least. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { id: 'rosa-wiesengrund', displayName: 'Rosa Wiesengrund', org: LINDENHAFEN, unit: 'Bürgeramt', roles: ['member'] },
  {
    id: 'kalle-uferlos',
    displayName: 'Kalle Uferlos',
    org: LINDENHAFEN,
    unit: 'Stadtentwicklung',
    roles: ['member', 'organiser'],
  },
  { id: 'ayla-mutig', displayName: 'Ayla Mutig', org: LINDENHAFEN, roles: ['member', 'organiser', 'moderator'] },
  {
    id: 'bente-weitblick',
    displayName: 'Bente Weitblick',
    org: LINDENHAFEN,
    roles: ['member', 'organiser', 'moderator', 'admin'],
  },
  { id: 'henrik-aktendeckel', displayName: 'Henrik Aktendeckel', org: AUENTAL, unit: 'Kämmerei', roles: ['member'] },
  { id: 'mirja-feldweg', displayName: 'Mirja Feldweg', org: AUENTAL, roles: ['member', 'organiser'] },
  {
    id: 'cem-brueckenbauer',
    displayName: 'Cem Brückenbauer',
    org: BRUECKFURT,
    roles: ['member', 'organiser', 'moderator'],
  },
  { id: 'ida-funkenflug', displayName: 'Ida Funkenflug', org: IMPULSWERK, roles: ['member', 'organiser'] },
];

const RANK: readonly Role[] = ['admin', 'moderator', 'organiser', 'member'];

/** The highest of a person's roles: what they are shown as. */
export const roleOf = ({ roles }: DemoPerson): Role => RANK.find((role) => roles.includes(role)) ?? 'member';

/** By id, or by role: the first person whose highest role it is. */
export const demoPerson = (text: string): DemoPerson | undefined =>
  DEMO_PEOPLE.find(({ id }) => id === text) ?? DEMO_PEOPLE.find((person) => roleOf(person) === text);
