/** What Schedule-X wants of an event; called when its polyfill is there. */
export function converter() {
  const { PlainDate, PlainDateTime } = globalThis.Temporal;
  return ({ id, title, location, allDay, start, end }) => ({
    id,
    title,
    location,
    start: allDay ? PlainDate.from(start) : PlainDateTime.from(start).toZonedDateTime('Europe/Berlin'),
    end: allDay ? PlainDate.from(end).subtract({ days: 1 }) : PlainDateTime.from(end).toZonedDateTime('Europe/Berlin'),
  });
}
