import { readFileSync } from 'node:fs';
import { emptyState, fieldsOf, outcomeOf, type Outcome, type State } from './builder.ts';

const manifest = JSON.parse(
  readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;
export const HUB = 'https://hub.stadt.example/';
export const HASH = 'sha384-abc+/=';
export const CALENDAR = { url: 'https://www.kreis.example/termine.ics', kind: '', label: '' };
export const NETWORK = { url: HUB, kind: 'hub', label: '' };

/** What the builder hands out for these choices: a calendar on a TYPO3 page where nothing else is chosen. */
export const make = (chosen: Partial<State>): Outcome => {
  const state = { ...emptyState(), widget: 'event-calendar', sources: [CALENDAR], system: 'typo3', ...chosen };
  return outcomeOf(state, fieldsOf(manifest, `vr-${state.widget}`), { hub: HUB, hashes: { 'bausteine.js': HASH } });
};
