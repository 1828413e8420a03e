import type { HubTransaction } from '../database/database.ts';
import { DEMO_PEOPLE } from '../sign-in/demo-people.ts';
import { SEED_PEOPLE } from './ideas/people.ts';
import type { SeedPlace } from './ideas/write-idea.ts';

const FIRST = [
  'Alva', 'Anton', 'Bela', 'Carla', 'Dalia', 'Enno', 'Fenja', 'Gero', 'Hanne', 'Ilja', 'Jette', 'Kian', 'Liv', 'Malte',
  'Nele', 'Onno', 'Paula', 'Quirin', 'Rike', 'Sami', 'Thea', 'Ulli', 'Vito', 'Wanda', 'Yara', 'Zeno',
]; // prettier-ignore
const LAST = [
  'Abendstern', 'Birkenblatt', 'Dünengras', 'Eichhorn', 'Federleicht', 'Glühwurm', 'Himmelblau', 'Igelstein',
  'Kastanie', 'Laternenlicht', 'Muschelweg', 'Nebelkamm', 'Quellental', 'Rosenholz', 'Sternschnuppe', 'Tannenzapf',
  'Vogelbeere',
]; // prettier-ignore
const HOMES = ['lindenhafen', 'auental', 'brueckfurt', 'lindenhafen', 'impulswerk', 'brueckfurt', 'auental'];

/** People who come to meetings, and are not heard of otherwise. None of them exists. */
export const SEED_GUESTS = Array.from({ length: 66 }, (_, index) => ({
  id: `gast-${index + 1}`,
  displayName: `${FIRST[index % FIRST.length] ?? ''} ${LAST[(index * 5) % LAST.length] ?? ''}`,
  org: HOMES[index % HOMES.length] ?? 'lindenhafen',
}));

/** The people of the seed as persons; those who have an account in the demo are the same persons. */
export async function writeSeedPeople(transaction: HubTransaction, now: number): Promise<SeedPlace> {
  const demo = DEMO_PEOPLE.map(({ id, displayName, org }) => ({ id, displayName, org: org.id }));
  const everybody = [...demo, ...SEED_PEOPLE, ...SEED_GUESTS];
  const homes = new Map(everybody.map(({ id, org }) => [id, org]));
  const accounts = await transaction
    .selectFrom('person')
    .select('id')
    .where(
      'id',
      'in',
      demo.map(({ id }) => `demo-${id}`),
    )
    .execute();
  const known = new Set(accounts.map(({ id }) => id));
  // Where the demo sign-in is off its ids stay free for it.
  const person = (key: string): string => (known.has(`demo-${key}`) ? `demo-${key}` : `seed-${key}`);
  await transaction
    .insertInto('person')
    .values(
      everybody
        .filter(({ id }) => !known.has(`demo-${id}`))
        .map(({ id, displayName, org }) => ({ id: person(id), displayName, orgId: org })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { now, person, homeOf: (key) => homes.get(key) ?? null };
}
