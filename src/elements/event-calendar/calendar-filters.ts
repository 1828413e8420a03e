import type { Messages } from '../../i18n/de/words.ts';
import { EVENT_KINDS } from '../../model/calendar-event.ts';
import type { EventFacets, EventFilter } from '../../model/event-filter.ts';
import type { FilterField } from '../shared/vr-filter-bar.ts';

/** The calendar's filters, with the values that occur. */
export function filterFields(facets: EventFacets, filter: EventFilter, words: Messages): readonly FilterField[] {
  const { calendar } = words;
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
