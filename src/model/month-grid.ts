import { addDays, addMonths, startOfMonth, startOfWeek, weekday, type PlainDate } from './plain-date.ts';

/** The weeks that a month touches. */
export interface MonthGrid {
  /** First day of the month. */
  readonly month: PlainDate;
  /** First day shown. */
  readonly from: PlainDate;
  /** Day after the last shown: with `from` a half-open range. */
  readonly to: PlainDate;
  /** Four to six weeks of seven days. */
  readonly weeks: readonly (readonly PlainDate[])[];
}

/** Weeks of the month that `date` is in; `firstDay` is an ISO weekday (1 Monday to 7 Sunday). */
export function monthGrid(date: PlainDate, firstDay = 1): MonthGrid {
  const month = startOfMonth(date);
  const from = startOfWeek(month, firstDay);
  const last = addDays(addMonths(month, 1), -1);
  const to = addDays(last, 7 - ((weekday(last) - firstDay + 7) % 7));
  const weeks: PlainDate[][] = [];
  for (let day = from; day < to;) {
    const week: PlainDate[] = [];
    for (let i = 0; i < 7; i++, day = addDays(day, 1)) week.push(day);
    weeks.push(week);
  }
  return { month, from, to, weeks };
}
