/** A Monday at noon in Berlin: the demo's events lie around it, and the pages of the tests think it is now. */
export const NOW = Date.parse('2026-06-15T10:00:00Z');
export const TODAY = '2026-06-15';
