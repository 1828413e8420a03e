/** A calendar file of 2026, the same each time; 10,000 events are 5.8 MB. */
export function makeIcs(count?: number): string;
/** Weekly meetings without an end. */
export function makeWeeklyIcs(count: number): string;
