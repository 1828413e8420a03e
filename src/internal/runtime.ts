import { VERSION } from './version.ts';

/** A `<vr-backend>` as others on the page see it. */
export interface BackendElement extends HTMLElement {
  /** Names of the ports it has, known before the adapters have arrived. */
  readonly ports: readonly string[];
  /** Its ports by name; undefined while the adapters are on their way. */
  readonly provided: object | undefined;
}

/** A coded warning, as it went to the console. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}

/**
 * What all copies of the library on one page share. Its shape is a contract between versions: fields are only added.
 */
export interface Runtime {
  /** Version of the copy that came first. */
  readonly version: string;
  /** Version that each tag was registered with. */
  readonly tags: Map<string, string>;
  /** The connected `<vr-backend>` elements. */
  readonly backends: Set<BackendElement>;
  /** Called when a backend came, went or changed, or when `src` did. */
  readonly listeners: Set<() => void>;
  /** The loader script's `data-vr-src`, for widgets without any other source. */
  src?: string;
  /** Takes the requests for a context that nobody answered yet. */
  contextRoot?: object;
  /** Versions of later copies that nothing is used of, as they do not go together with the first. */
  others?: Set<string>;
  /** What was told to those who put the page together, the first hundred; the doctor reads it. */
  warnings?: Warning[];
  /** What policies of the page have stopped since the loader started, the first fifty. */
  violations?: SecurityPolicyViolationEvent[];
  /** The loader that watches the page. */
  loader?: { readonly version: string; scan(root: ParentNode): void };
}

const KEY = Symbol.for('vr.runtime');

/** The one global of the page, made by the copy that asks first. */
export function runtime(): Runtime {
  const page = globalThis as { [KEY]?: Runtime };
  return (page[KEY] ??= { version: VERSION, tags: new Map(), backends: new Set(), listeners: new Set() });
}

/** Tells every widget without or with a source that it may look again. */
export function backendsChanged(): void {
  for (const listener of [...runtime().listeners]) listener();
}
