/** What the script tag of the loader says for the whole page. */
export interface PageSettings {
  /** `data-vr-src`: source of widgets without any other. */
  readonly src?: string;
  /** `data-vr-links`: beginnings of addresses whose bare links become widgets; `*` stands for anything. */
  readonly links: readonly RegExp[];
}

/** A module does not know its script tag, so the tag is found by the attributes that only it has. */
export function readPageSettings(script: Element | null, base: string): PageSettings {
  const tag = script ?? document.querySelector('script[data-vr-src],script[data-vr-links]');
  const src = tag?.getAttribute('data-vr-src')?.trim();
  const patterns = tag?.getAttribute('data-vr-links')?.split(/\s+/).filter(Boolean) ?? [];
  return { links: patterns.flatMap((pattern) => toPattern(pattern, base) ?? []), ...(src ? { src } : {}) };
}

function toPattern(text: string, base: string): RegExp | undefined {
  // A star may stand in the host, where an address may not have one.
  const absolute = /^https?:\/\//i.test(text) ? text : URL.canParse(text, base) ? new URL(text, base).href : undefined;
  if (!absolute) return undefined;
  const escaped = absolute.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
  return new RegExp(`^${escaped}`, 'i');
}
