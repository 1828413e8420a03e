import { runtime } from './runtime.ts';

/** Every coded warning; meaning and cure stand in `docs/errors.md`. */
export type WarningCode =
  | 'VR001'
  | 'VR002'
  | 'VR003'
  | 'VR004'
  | 'VR005'
  | 'VR006'
  | 'VR007'
  | 'VR008'
  | 'VR009'
  | 'VR010'
  | 'VR011'
  | 'VR012'
  | 'VR013'
  | 'VR014'
  | 'VR015'
  | 'VR016';

/** A page that goes wrong for days must not fill the memory. */
const MOST = 100;
const told = new Set<string>();

/**
 * Tells those who put the page together what they can cure: code, cause, the element to look at. The same words come
 * once a page.
 */
export function warnOnce(code: WarningCode, message: string, element?: Element): void {
  const text = `[bausteine ${code}] ${message} (docs/errors.md#${code.toLowerCase()})`;
  if (told.has(text)) return;
  told.add(text);
  const warnings = (runtime().warnings ??= []);
  if (warnings.length < MOST) warnings.push({ code, message });
  if (element) console.warn(text, element);
  else console.warn(text);
}
