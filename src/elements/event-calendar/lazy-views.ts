/** What a page loads only when a reader comes to it. */
const LOADERS = {
  agenda: () => import('./vr-event-agenda.define.ts'),
  dialog: () => import('./vr-event-details.define.ts'),
};

const started = new Set<keyof typeof LOADERS>();

/** Loads a view on its first use; its tag is empty until then. A failed load is tried again the next time. */
export function lazyView(name: keyof typeof LOADERS): void {
  if (started.has(name)) return;
  started.add(name);
  LOADERS[name]().catch((error: unknown) => {
    started.delete(name);
    console.error(error);
  });
}
