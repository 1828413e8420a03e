import type { CalendarEvent } from './calendar-event.ts';
import type { Topic } from './common.ts';
import { foldText } from './fold-text.ts';

/** What a reader narrows a list of events by; empty text means no limit. */
export interface EventFilter {
  readonly q: string;
  readonly kind: string;
  readonly topic: string;
  readonly org: string;
}

export const NO_FILTER: EventFilter = { q: '', kind: '', topic: '', org: '' };

export const isFiltering = (filter: EventFilter): boolean =>
  filter.q.trim() !== '' || filter.kind !== '' || filter.topic !== '' || filter.org !== '';

/** What an organisation is found by: its id where there is one, else its name. */
const orgKey = (event: CalendarEvent): string | undefined => event.organiser?.id ?? event.organiser?.name;

/** Events that pass: every word of `q` occurs in title, summary, place, organiser or topics. */
export function filterEvents(events: readonly CalendarEvent[], filter: EventFilter): readonly CalendarEvent[] {
  if (!isFiltering(filter)) return events;
  const words = foldText(filter.q).split(' ').filter(Boolean);
  return events.filter(
    (event) =>
      (filter.kind === '' || (event.kind ?? 'other') === filter.kind) &&
      (filter.topic === '' || (event.topics ?? []).some((topic) => isTopic(topic, filter.topic))) &&
      (filter.org === '' || event.organiser?.id === filter.org || event.organiser?.name === filter.org) &&
      (words.length === 0 || containsAll(searchText(event), words)),
  );
}

/** Editors may name a topic by its id or, where the source has no scheme, by its word. */
const isTopic = ({ id, label }: Topic, wanted: string): boolean =>
  id === wanted || label.de === wanted || label.en === wanted;

function searchText(event: CalendarEvent): string {
  const topics = (event.topics ?? []).map((topic) => `${topic.label.de ?? ''} ${topic.label.en ?? ''}`);
  return foldText(
    [event.title, event.summary, event.place?.name, event.place?.address, event.organiser?.name, ...topics]
      .filter(Boolean)
      .join(' '),
  );
}

const containsAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

/** One value a list can be narrowed to. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface EventFacets {
  /** `label` repeats the kind; its word comes from the dictionaries. */
  readonly kind: readonly FacetValue[];
  readonly topic: readonly FacetValue[];
  readonly org: readonly FacetValue[];
}

/** Values that occur, with their number, by label. `language` picks the topics' labels. */
export function eventFacets(events: readonly CalendarEvent[], language: 'de' | 'en'): EventFacets {
  const kind = new Map<string, FacetValue>();
  const topic = new Map<string, FacetValue>();
  const org = new Map<string, FacetValue>();
  for (const event of events) {
    count(kind, event.kind ?? 'other', event.kind ?? 'other');
    for (const { id, label } of event.topics ?? []) count(topic, id, label[language] ?? label.de ?? label.en ?? id);
    if (event.organiser) count(org, orgKey(event) ?? event.organiser.name, event.organiser.name);
  }
  return { kind: [...kind.values()], topic: byLabel(topic), org: byLabel(org) };
}

function count(map: Map<string, FacetValue>, value: string, label: string): void {
  map.set(value, { value, label, count: (map.get(value)?.count ?? 0) + 1 });
}

const byLabel = (map: Map<string, FacetValue>): FacetValue[] =>
  [...map.values()].sort((a, b) => a.label.localeCompare(b.label, 'de'));
