/** What a page tells the frame in it: `{vr: 1, type: 'page', …}`. */
export interface PageMessage {
  readonly vr: 1;
  readonly type: 'page';
  /** BCP 47 tag of the place that the frame stands in; empty where the page says none. */
  readonly lang: string;
  readonly theme: 'light' | 'dark';
  /** Custom properties of `TOKENS` that hold in that place, by name. */
  readonly tokens: Readonly<Record<string, string>>;
  /** The part of the frame that the reader sees, in pixels of the frame. */
  readonly view: { readonly top: number; readonly height: number };
}

const COLOURS =
  'text muted line edge surface on-surface sunken accent on-accent highlight success warning on-warning danger on-danger focus';

/** Custom properties that a page hands on to its frames. */
export const TOKENS: readonly string[] = [
  ...COLOURS.split(' ').map((name) => `--vr-color-${name}`),
  '--vr-radius',
  '--vr-radius-large',
  '--vr-font-size',
  '--vr-font-family',
];
