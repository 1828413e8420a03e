/** What TOAST UI Calendar wants of an event: its last moment, not the first one after it. */
export const convert = ({ id, title, allDay, start, end }) => ({
  id,
  calendarId: 'c',
  title,
  category: allDay ? 'allday' : 'time',
  isAllday: allDay,
  start,
  end: allDay ? new Date(Number(new Date(end)) - 1000) : end,
});
