import { isPlatformWhole, PLATFORM_BROKEN } from '../internal/platform-guard.ts';

/**
 * Imported before everything else of the classic file: an error here keeps the rest of it from running, and nothing else
 * of the page is touched.
 */
function guard(): true {
  if (isPlatformWhole()) return true;
  throw new Error(`[bausteine VR011] ${PLATFORM_BROKEN} (docs/errors.md#vr011)`);
}

/** Used by the entry, so that no bundler takes the guard for dead code. */
export const guarded = guard();
