import '../shared/vr-filter-bar.define.ts';
import { html, type TemplateResult } from 'lit';
import type { CalendarMessages } from '../../i18n/de/calendar.ts';
import { EVENT_KINDS, type CalendarEvent } from '../../model/calendar-event.ts';
import { eventFacets, filterEvents, isFiltering, type EventFilter } from '../../model/event-filter.ts';
import type { VrFilterChangeEvent } from '../shared/events.ts';
import type { FilterField } from '../shared/vr-filter-bar.ts';

/** What lets only the chosen events pass; undefined where nothing is chosen. */
export const filterOf = (
  filter: EventFilter,
): ((events: readonly CalendarEvent[]) => readonly CalendarEvent[]) | undefined =>
  isFiltering(filter) ? (events) => filterEvents(events, filter) : undefined;

/** The calendar's filters, with the values that occur among its events. */
export function renderFilters(
  events: readonly CalendarEvent[],
  filter: EventFilter,
  words: CalendarMessages,
  onFilter: (event: VrFilterChangeEvent) => void,
): TemplateResult {
  return html`<vr-filter-bar
    .words=${words}
    .q=${filter.q}
    .fields=${filterFields(events, filter, words)}
    @vr-filter-change=${onFilter}
  ></vr-filter-bar>`;
}

function filterFields(
  events: readonly CalendarEvent[],
  filter: EventFilter,
  words: CalendarMessages,
): readonly FilterField[] {
  const { calendar } = words;
  const facets = eventFacets(events, words.lang === 'en' ? 'en' : 'de');
  const kinds = EVENT_KINDS.flatMap((kind) => {
    const facet = facets.kind.find(({ value }) => value === kind);
    return facet ? [{ ...facet, label: calendar.kinds[kind] }] : [];
  });
  return [
    { name: 'kind', label: calendar.filterKind, value: filter.kind, options: kinds },
    { name: 'topic', label: calendar.filterTopic, value: filter.topic, options: facets.topic },
    { name: 'org', label: calendar.filterOrg, value: filter.org, options: facets.org },
  ];
}
