/**
 * Looks at a page for those who put it together: what was found, what does not work and what cures it. Loaded on wish
 * only (`VR.diagnose()`, `?vr-doctor` in the page's address); nothing is sent or stored. It draws without Lit, since it
 * must speak where the library itself cannot start.
 */
import type { openPanel as open } from './panel.ts';

export { guessKind } from '../backend/source-grammar.ts';
export { checkSource } from './check-source.ts';
export { diagnose } from './diagnose.ts';
export type { Diagnosis, Rung, Way, WidgetFound } from './diagnosis.ts';
export type { Finding, Severity } from './finding.ts';
export type { CheckOptions, DataFound, SourceFound, SourceReport } from './source-report.ts';

/** Opens the panel on the page: what the doctor found, for those who put the page together. */
export const openPanel: typeof open = async () => (await import('./panel.ts')).openPanel();
