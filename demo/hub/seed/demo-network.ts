import type { OrganisationConfig } from '../config/config.ts';

/** The administrations and the association of the demo. None of them exists. */
export const DEMO_ORGANISATIONS: readonly OrganisationConfig[] = [
  {
    id: 'lindenhafen',
    name: 'Stadt Lindenhafen',
    kind: 'administration',
    ags: '99001001',
    url: 'https://www.lindenhafen.example',
  },
  {
    id: 'auental',
    name: 'Kreis Auental',
    kind: 'administration',
    ags: '99002',
    url: 'https://www.kreis-auental.example',
  },
  {
    id: 'brueckfurt',
    name: 'Stadt Brückfurt',
    kind: 'administration',
    ags: '99003001',
    url: 'https://www.brueckfurt.example',
  },
  {
    id: 'impulswerk',
    name: 'Impulswerk Lindenhafen e. V.',
    kind: 'civil-society',
    url: 'https://www.impulswerk-lindenhafen.example',
  },
];
