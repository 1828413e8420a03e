import type { nothing, TemplateResult } from 'lit';
import type { EventsPort } from '../../../backend/ports.ts';
import { clockTime, longDay, shortDay } from '../../../i18n/date-words.ts';
import type { EventProgramMessages } from '../../../i18n/de/event-program.ts';
import type { CalendarEvent, Session } from '../../../model/calendar-event.ts';
import { DAY_MS, type PlainDate } from '../../../model/plain-date.ts';
import type { SessionSpan } from '../../../model/session-conflicts.ts';
import type { GridCell, GridDay, GridRow } from '../../../model/session-grid.ts';
import { plainDateAt, toWallTime } from '../../../model/time-zone.ts';
import type { Arranger } from './arranger.ts';
import type { OwnProgramme } from './own-programme.ts';
import type { ProgramController } from './program-controller.ts';

/** What every part of the programme is drawn from. */
export interface ProgramContext {
  readonly event: CalendarEvent;
  readonly port: EventsPort | undefined;
  readonly program: ProgramController;
  readonly own: OwnProgramme;
  readonly arranger: Arranger | undefined;
  readonly words: EventProgramMessages;
  readonly locale: string;
  readonly timeZone: string;
  /** Level of headings under the programme's own. */
  readonly level: number;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly days: readonly GridDay[];
  readonly narrow: boolean;
  /** Everything is drawn for paper: all days, no controls. */
  readonly printing: boolean;
  /** The session whose details are open. */
  readonly isOpen: (id: string) => boolean;
  readonly toggleOpen: (id: string) => void;
  readonly remember: (session: Session) => void;
  /** Shows the day of a place. */
  readonly showPlace: (place: SessionSpan) => void;
  /** Address that begins an idea from a session; undefined where no page takes it. */
  readonly newIdea: (session: Session) => string | undefined;
  readonly ideaAddress: (id: string) => string | undefined;
  /** Titles of what overlaps a session in the reader's own programme, by its id. */
  readonly clashes: ReadonlyMap<string, readonly string[]>;
  /** An organiser arranges the plan. */
  readonly arranging: boolean;
  /** What takes a session to place or move it. */
  readonly pickButton: (session: Session) => TemplateResult | typeof nothing;
  /** What the plan needs while somebody arranges it. */
  readonly arrangeTable:
    | {
        readonly onKeydown: (event: KeyboardEvent) => void;
        readonly spot: (row: GridRow, cell: GridCell, column: number, grid: GridDay) => TemplateResult | typeof nothing;
      }
    | undefined;
  /** The reader gives up the own version of a session that somebody else has changed. */
  readonly takeTheirs: () => void;
  /** What may be done with one session. */
  readonly actions: (session: Session) => TemplateResult | typeof nothing;
}

/** 14:05, in the zone. */
export function clockAt(instant: number, timeZone: string): string {
  const wall = toWallTime(timeZone, instant);
  return clockTime(Math.floor((((wall % DAY_MS) + DAY_MS) % DAY_MS) / 60_000));
}

type Worded = Pick<ProgramContext, 'words' | 'timeZone' | 'locale'>;

/** 10:00–10:45 Uhr */
export const rangeOf = ({ start, end }: SessionSpan, { words, timeZone }: Worded): string =>
  words.program.range(clockAt(start, timeZone), clockAt(end, timeZone));

/** Do., 12. März 2026 */
export const dayOf = (instant: number, { timeZone, locale }: Worded): string =>
  shortDay(locale, plainDateAt(timeZone, instant));

export const dayName = (day: PlainDate, { locale }: Pick<ProgramContext, 'locale'>): string => longDay(locale, day);

export const isNow = ({ start, end }: SessionSpan, now: number): boolean => start <= now && now < end;

/** The names of those who hold it. */
export const hostsOf = ({ hosts }: Session): string => (hosts ?? []).map(({ displayName }) => displayName).join(', ');
