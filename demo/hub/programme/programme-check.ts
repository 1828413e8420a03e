import type { Programme } from '../../../src/model/calendar-event.ts';
import { EVENT_LIMITS } from '../../../src/model/event-input.ts';
import { foldText } from '../../../src/model/fold-text.ts';
import { toInstantString } from '../../../src/model/time-zone.ts';
import type { FieldCheck } from '../http/characters.ts';

/** When a camp is, epoch ms, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Slot {
  readonly start: string;
  readonly end: string;
}

export interface ProgrammeInput {
  readonly rooms: readonly string[];
  readonly tracks?: readonly string[];
  readonly slots?: readonly Slot[];
  readonly proposals: 'open' | 'closed';
}

function checkNames(names: readonly string[], field: string, check: FieldCheck): string[] {
  const known = new Set<string>();
  return names.flatMap((name, index) => {
    const at = `${field}.${index}`;
    const text = check.text(at, name, { min: 1, max: EVENT_LIMITS.room, line: true });
    if (text === undefined) return [];
    if (known.has(foldText(text))) check.wrong(at, 'not-allowed', 'must not be named twice');
    known.add(foldText(text));
    return text;
  });
}

function checkSlots(slots: readonly Slot[], camp: Span | undefined, check: FieldCheck): Slot[] {
  const spans = slots.map(({ start, end }, index) => {
    const span = { start: Date.parse(start), end: Date.parse(end) };
    const at = `programme.slots.${index}`;
    if (span.end <= span.start) check.wrong(`${at}.end`, 'order', 'must be after start');
    else if (camp && (span.start < camp.start || span.end > camp.end)) {
      check.wrong(at, 'outside', 'must lie within the camp');
    }
    return { ...span, at };
  });
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  spans.forEach((span, index) => {
    const before = spans[index - 1];
    if (before && span.start < before.end) check.wrong(span.at, 'order', 'must not begin before another has ended');
  });
  return spans.map(({ start, end }) => ({ start: toInstantString(start), end: toInstantString(end) }));
}

/**
 * The frame of a programme as it is stored: slots by time, rooms and tracks named once.
 * @param camp undefined where the times of the event are not right themselves
 */
export function checkProgramme(
  input: ProgrammeInput | undefined,
  {
    kind,
    repeats,
    camp,
  }: { readonly kind?: string | undefined; readonly repeats: boolean; readonly camp?: Span | undefined },
  check: FieldCheck,
): Programme | undefined {
  if (!input) return undefined;
  if (kind !== 'camp') check.wrong('programme', 'not-allowed', 'is for camps');
  else if (repeats) check.wrong('programme', 'not-allowed', 'is for a camp that does not repeat');
  const { tracks = [], slots = [], proposals } = input;
  const rooms = checkNames(input.rooms, 'programme.rooms', check);
  const named = checkNames(tracks, 'programme.tracks', check);
  const spans = checkSlots(slots, camp, check);
  return {
    rooms,
    ...(named.length > 0 && { tracks: named }),
    ...(spans.length > 0 && { slots: spans }),
    proposals,
  };
}

/** Whether a session at a time lies in the camp, and begins and ends in slots where there are some. */
export function liesWithin(session: Span, camp: Span, programme: Pick<Programme, 'slots'> | undefined): boolean {
  if (session.start < camp.start || session.end > camp.end) return false;
  const slots = (programme?.slots ?? []).map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
  if (slots.length === 0) return true;
  // A workshop may go on over the break between two slots.
  return (
    slots.some(({ start, end }) => session.start >= start && session.start < end) &&
    slots.some(({ start, end }) => session.end > start && session.end <= end)
  );
}
