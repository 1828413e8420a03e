/** Put in by the build: the way from the built file to `dist/`, such as `../`. Absent where the sources run as they are. */
declare const __VR_DIST__: string | undefined;

/**
 * The script tag of the classic file. It knows itself only while it runs for the first time, so the file's entry imports
 * this at once; in a module `currentScript` is null.
 */
export const classicScript = typeof document === 'object' ? (document.currentScript as HTMLScriptElement | null) : null;

/** Workers are files of their own beside the chunks, never blob or data addresses. By name: the source. */
const WORKERS = {
  icalendar: 'adapters/icalendar/icalendar.worker.ts',
  peers: 'adapters/static/peers.worker.ts',
} as const;
export type WorkerName = keyof typeof WORKERS;

/** Whether an address is that of one of this library's workers. */
export const isWorkerUrl = (url: string): boolean =>
  (Object.keys(WORKERS) as WorkerName[]).some((name) => workerUrl(name) === url);

/**
 * Where the file of a worker lies: beside the chunks (`dist/workers/<name>.js`), beside the classic script, or, unbuilt,
 * beside its source.
 *
 * @returns an absolute address, or null where the library cannot know its own (an inline script, a blob)
 */
export function workerUrl(name: WorkerName): string | null {
  const self = classicScript?.src || import.meta.url;
  const path = typeof __VR_DIST__ === 'string' ? `${__VR_DIST__}workers/${name}.js` : `./${WORKERS[name]}`;
  return self && URL.canParse(path, self) ? new URL(path, self).href : null;
}
