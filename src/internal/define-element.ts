import { isSwitchedOff } from './page-switch.ts';
import { isPlatformWhole, PLATFORM_BROKEN } from './platform-guard.ts';
import { runtime } from './runtime.ts';
import { goesWithFirst } from './version-guard.ts';
import { VERSION } from './version.ts';
import { warnOnce } from './warn.ts';

let whole: boolean | undefined;
let switchedOff: boolean | undefined;

/**
 * Registers a tag, unless the page cannot carry it, has switched it off, or somebody was first: the first copy wins, a second one or a browser
 * extension with the same tag is told of and never breaks the page.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  switchedOff ??= isSwitchedOff();
  if (switchedOff) return;
  whole ??= isPlatformWhole();
  if (!whole) {
    warnOnce('VR011', PLATFORM_BROKEN);
    return;
  }
  const page = runtime();
  if (!goesWithFirst(page)) return;
  const { tags } = page;
  const first = customElements.get(tag);
  if (!first) {
    customElements.define(tag, element);
    tags.set(tag, VERSION);
  } else if (first !== element) {
    const other = tags.get(tag);
    warnOnce(
      'VR002',
      other
        ? `<${tag}> of version ${other} was there first; this copy of version ${VERSION} is not used.`
        : `<${tag}> was registered by another script; version ${VERSION} is not used.`,
    );
  }
}
