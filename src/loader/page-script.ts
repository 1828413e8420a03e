/** What the script tag of the loader says for the whole page. */
export interface PageSettings {
  /** `data-vr-src`: source of widgets without any other. */
  readonly src?: string;
  /** `data-vr-links`: beginnings of addresses whose bare links become widgets; `*` stands for anything. */
  readonly links?: string;
}

/** A module does not know its script tag, so the tag is found by the attributes that only it has. */
export function readPageSettings(script: Element | null): PageSettings {
  const tag = script ?? document.querySelector('script[data-vr-src],script[data-vr-links]');
  const read = (name: string): string | undefined => tag?.getAttribute(name)?.trim() || undefined;
  return { src: read('data-vr-src'), links: read('data-vr-links') };
}
