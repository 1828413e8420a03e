/**
 * All that is chosen, and the query that says it: the page keeps nothing anywhere else.
 *
 * @typedef {object} State
 * @property {string} widget
 * @property {import('./sources.js').SourceLine[]} sources
 * @property {Record<string, string>} settings attributes as chosen
 * @property {string} preset colours to begin with
 * @property {Record<string, string>} colours accent, text, background, size; absent: those of the preset
 * @property {string} system
 * @property {string} rights of the editor, where the system asks
 * @property {string} form of the snippet; empty: the best one for the system
 * @property {string} site address of the page that it is for
 * @property {string} library where the script lies; empty: on this server
 * @property {string} link address of the link in place of the widget
 * @property {string} linkText
 * @property {string} width of the preview
 */
const WORDS = ['widget', 'preset', 'system', 'rights', 'form', 'site', 'library', 'link', 'linkText', 'width'];
const COLOURS = ['accent', 'text', 'background', 'size'];
const SETTING = 'set.';
/** An address may be shared: what is longer was not made by the form. */
const LONGEST = 4000;

/** @returns {State} */
export const emptyState = () => ({
  widget: '',
  sources: [{ url: '', kind: '', label: '' }],
  settings: {},
  preset: '',
  colours: {},
  system: '',
  rights: '',
  form: '',
  site: '',
  library: '',
  link: '',
  linkText: '',
  width: '',
});

/**
 * @param {State} state
 * @returns {string} without `?`; empty for a page that nobody has touched
 */
export function toQuery(state) {
  const query = new URLSearchParams();
  const put = (name, value) => value && query.append(name, value);
  put('widget', state.widget);
  for (const { url, kind, label } of state.sources) {
    if (!url && !kind && !label) continue;
    // An address that is handed on, and kept by servers in their logs, is no place for a password.
    const address = url.replace(/\/\/[^/@\s]*@/, '//');
    query.append('src', kind ? `${kind}+${address}` : address);
    query.append('label', label);
  }
  // One source needs no name: the query stays short.
  if (query.getAll('label').every((label) => label === '')) query.delete('label');
  for (const [name, value] of Object.entries(state.settings)) put(SETTING + name, value);
  for (const name of COLOURS) put(name, state.colours[name]);
  for (const name of WORDS) if (name !== 'widget') put(name, state[name]);
  return query.toString();
}

/**
 * @param {string} text of a query, with or without `?`
 * @param {(text: string) => { kind: string, url: string }} split
 * @returns {State}
 */
export function fromQuery(text, split) {
  const query = new URLSearchParams(text.slice(0, LONGEST * 4));
  const state = emptyState();
  for (const name of WORDS) state[name] = (query.get(name) ?? '').slice(0, LONGEST);
  for (const name of COLOURS) if (query.get(name)) state.colours[name] = query.get(name).slice(0, 40);
  const labels = query.getAll('label');
  const sources = query.getAll('src').map((word, index) => ({ ...split(word), label: labels[index] ?? '' }));
  if (sources.length > 0) state.sources = sources.slice(0, 20);
  for (const [name, value] of query)
    if (name.startsWith(SETTING) && /^[a-z][a-z0-9-]*$/.test(name.slice(SETTING.length)))
      state.settings[name.slice(SETTING.length)] = value.slice(0, LONGEST);
  return state;
}
