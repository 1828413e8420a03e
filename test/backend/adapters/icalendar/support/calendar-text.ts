/** A calendar around the lines given. */
export const calendarOf = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//DE', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** An event around the lines given, with a uid and a title where they name none. */
export const eventOf = (...lines: string[]): string =>
  [
    'BEGIN:VEVENT',
    ...(lines.some((line) => line.startsWith('UID')) ? [] : ['UID:one@test.example']),
    ...(lines.some((line) => line.startsWith('SUMMARY')) ? [] : ['SUMMARY:Treffen']),
    ...lines,
    'END:VEVENT',
  ].join('\r\n');
