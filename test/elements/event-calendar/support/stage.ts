import type { Backend } from '../../../../src/backend/ports.ts';
import type { VrEventCalendar } from '../../../../src/elements/event-calendar/vr-event-calendar.ts';
import '../../../../src/elements/event-calendar/vr-event-calendar.define.ts';
import type { CalendarEvent } from '../../../../src/model/calendar-event.ts';
import { backendOf } from '../../../../stories/event-calendar/sample-backends.ts';
import { NOW, SAMPLE_EVENTS } from '../../../../stories/event-calendar/sample-events.ts';
import { all, focused, isShown, one, textOf } from '../../support/deep.ts';
import { waitUntil } from '../../support/wait-until.ts';

const realNow = Date.now;
const stages: HTMLElement[] = [];

/** Lets the page believe that it is a fixed moment. */
export function stopClock(now = NOW): void {
  Date.now = () => Date.parse(now);
}

/** Takes everything away again: clock, elements, address, open dialogs. */
export function clearStage(): void {
  Date.now = realNow;
  for (const stage of stages.splice(0)) stage.remove();
  document.documentElement.removeAttribute('dir');
  document.documentElement.lang = 'de';
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

export interface StageOptions {
  /** Attributes, as they stand in the tag. */
  readonly attributes?: string;
  readonly backend?: Backend | null;
  /** Between the tags. */
  readonly content?: string;
  /** Width of the column in CSS pixels. */
  readonly width?: number;
}

/** Puts a column into the page and gives it back. */
export function putStage(markup: string, width = 900): HTMLElement {
  const stage = document.createElement('div');
  stage.style.inlineSize = `${width}px`;
  stage.innerHTML = markup;
  document.body.append(stage);
  stages.push(stage);
  return stage;
}

/** A calendar on the page, with the sample events unless another backend is given. */
export async function putCalendar({
  attributes = 'date="2026-03-12"',
  backend = backendOf(SAMPLE_EVENTS),
  content = '',
  width,
}: StageOptions = {}): Promise<VrEventCalendar> {
  const stage = putStage(`<vr-event-calendar loading="eager" ${attributes}>${content}</vr-event-calendar>`, width);
  const calendar = stage.querySelector('vr-event-calendar')!;
  if (backend) calendar.backend = backend;
  await calendar.updateComplete;
  return calendar;
}

/** A calendar whose answer has arrived and is drawn. */
export async function putReadyCalendar(options: StageOptions = {}): Promise<VrEventCalendar> {
  const calendar = await putCalendar(options);
  await settled(calendar);
  return calendar;
}

/** A calendar of these events. */
export const putEvents = (events: readonly CalendarEvent[], options: StageOptions = {}): Promise<VrEventCalendar> =>
  putReadyCalendar({ ...options, backend: backendOf(events) });

/** Waits until the calendar is no longer busy, and its parts are loaded and drawn. */
export async function settled(calendar: VrEventCalendar): Promise<void> {
  await waitUntil(() => all(calendar, '[aria-busy]')[0]?.getAttribute('aria-busy') === 'false', 'calendar settles');
  await calendar.updateComplete;
}

/** Waits until the page says something. */
export const says = (element: Element, text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element))),
    `says ${text}`,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; it says: ${textOf(element).slice(0, 600)}`);
  });

/** Waits until something can be seen, and gives it back. */
export async function appears(root: Element, selector: string): Promise<HTMLElement> {
  await waitUntil(() => all(root, selector).some(isShown), `${selector} appears`);
  return all(root, selector).find(isShown)!;
}

/** The cell of a day in the month. */
export const dayOf = (calendar: Element, date: string): HTMLElement => one(calendar, `[data-day="${date}"]`);

/** The day of the month that has the focus. */
export const focusedDay = (): string | undefined => focused()?.dataset['day'];

/** Waits until a day has the focus. */
export const focusOn = (date: string): Promise<void> =>
  waitUntil(
    () => focusedDay() === date,
    `focus on ${date}, not on ${focusedDay() ?? focused()?.outerHTML.slice(0, 80)}`,
    {
      timeout: 4000,
    },
  );

/** The open dialog. */
export const openDialog = async (calendar: Element): Promise<HTMLDialogElement> =>
  (await appears(calendar, 'dialog[open]')) as HTMLDialogElement;

/** Titles of the events in a list. */
export const titlesIn = (root: Element): string[] =>
  all(root, 'button.title').map((title) => title.textContent?.trim() ?? '');
