import { isPlatformWhole, PLATFORM_BROKEN } from '../internal/platform-guard.ts';

// Imported before everything else of the classic file: an error here keeps the rest of it from running, and nothing else
// of the page is touched.
if (!isPlatformWhole()) throw new Error(`[bausteine VR011] ${PLATFORM_BROKEN} (docs/errors.md#vr011)`);
