import { registerHooks } from 'node:module';

// What browsers get from the server is here the source that it is built of.
const library = new URL('../../../src/doctor/doctor.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === '/dist/doctor.js' ? { url: library, shortCircuit: true } : next(name, context),
});

/** The pure modules of the embed builder, which browsers load as they are, with the types that their JSDoc tells. */
const load = async <T>(name: string): Promise<T> =>
  (await import(new URL(`../../../demo/site/builder/${name}.js`, import.meta.url).href)) as T;

export interface SourceLine {
  readonly url: string;
  readonly kind: string;
  readonly label: string;
  readonly found?: string;
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly label: string;
  readonly help: string;
  readonly isCommon: boolean;
  readonly fallback: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly min?: number;
  readonly max?: number;
}

export interface State {
  readonly widget: string;
  readonly sources: readonly SourceLine[];
  readonly settings: Readonly<Record<string, string>>;
  readonly preset: string;
  readonly colours: Readonly<Record<string, string>>;
  readonly system: string;
  readonly rights: string;
  readonly form: string;
  readonly site: string;
  readonly library: string;
  readonly link: string;
  readonly linkText: string;
  readonly width: string;
}

export interface Outcome {
  readonly form: string;
  readonly link: { readonly href: string; readonly text: string };
  readonly snippet: string;
  readonly where: string;
  readonly once?: { readonly title: string; readonly text: string; readonly note?: string };
  readonly it: string;
  readonly privacy: string;
  readonly accessibility: string;
}

export interface Reach {
  readonly isHub: boolean;
  readonly isTold: boolean;
}

type Manifest = Readonly<Record<string, unknown>>;
type Dictionary = Readonly<Record<string, Readonly<Record<string, object>>>>;
type Settings = Readonly<Record<string, string>>;

export const { fieldsOf, settingsOf } = await load<{
  fieldsOf(manifest: Manifest, tag: string, dictionary?: Dictionary): Field[];
  settingsOf(fields: readonly Field[], values: Settings): Record<string, string>;
}>('fields');

export const { WORDS } = await load<{ WORDS: Readonly<Record<string, Readonly<Record<string, object>>>> }>(
  'attribute-words',
);

export const { emptyState, fromQuery, toQuery } = await load<{
  emptyState(): State;
  fromQuery(text: string, split: (text: string) => { kind: string; url: string }): State;
  toQuery(state: State): string;
}>('state');

export const { absoluteUrl, KINDS, onlyHub, reachOf, sourceAttributes, splitKind } = await load<{
  absoluteUrl(text: string, base: string): string | undefined;
  KINDS: readonly { readonly id: string; readonly ports: readonly string[] }[];
  onlyHub(lines: readonly SourceLine[], base: string): string;
  reachOf(state: Pick<State, 'sources' | 'widget'>, base: string): Reach;
  sourceAttributes(lines: readonly SourceLine[], base: string): Record<string, string>;
  splitKind(text: string): { kind: string; url: string };
}>('sources');

export const { contrast, contrastProblems, coloursOf, cssOf, PRESETS } = await load<{
  contrast(one: string, other: string): number;
  contrastProblems(colours: Settings): string[];
  coloursOf(preset: string, chosen: Settings): Record<string, string> & { size: number };
  cssOf(preset: string, chosen: Settings): string;
  PRESETS: readonly { readonly id: string; readonly shown: Settings; readonly css?: Settings }[];
}>('colours');

export const { SYSTEMS, FORMS, formsOf } = await load<{
  SYSTEMS: readonly { readonly id: string; readonly forms: readonly string[] }[];
  FORMS: Readonly<Record<string, readonly string[]>>;
  formsOf(system: string, reach: Reach): string[];
}>('systems');

export const { snippetOf } = await load<{
  snippetOf(
    form: string,
    embed: {
      readonly widget: string;
      readonly attributes: Settings;
      readonly link: { readonly href: string; readonly text: string };
      readonly page: string;
      readonly title: string;
    },
  ): string;
}>('snippet');

export const { directivesOf, hostsOf } = await load<{
  directivesOf(facts: Readonly<Record<string, unknown>>): Record<string, readonly string[]>;
  hostsOf(text: string): string[];
}>('policy');

export const { outcomeOf, siteOrigin } = await load<{
  outcomeOf(
    state: State,
    fields: readonly Field[],
    server: { readonly hub: string; readonly hashes?: Settings },
  ): Outcome;
  siteOrigin(text: string): string;
}>('outcome');

export const { WIDGETS } = await load<{ WIDGETS: readonly { readonly id: string; readonly port: string }[] }>(
  'widgets',
);
