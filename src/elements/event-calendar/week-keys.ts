import { addDays, addMonths, startOfWeek, type PlainDate } from '../../model/plain-date.ts';

/** The day that a key of the week leads to. `forward` is -1 where the page reads from the right. */
export function dayForKey(
  key: string,
  shift: boolean,
  date: PlainDate,
  firstDay: number,
  forward: 1 | -1,
): PlainDate | undefined {
  const weekStart = startOfWeek(date, firstDay);
  const steps: Readonly<Record<string, () => PlainDate>> = {
    ArrowRight: () => addDays(date, forward),
    ArrowLeft: () => addDays(date, -forward),
    Home: () => weekStart,
    End: () => addDays(weekStart, 6),
    PageUp: () => (shift ? addMonths(date, -1) : addDays(date, -7)),
    PageDown: () => (shift ? addMonths(date, 1) : addDays(date, 7)),
  };
  return steps[key]?.();
}
