/** One content line of a component, unfolded (RFC 5545, 3.1). Parameters are read when they are asked for. */
export interface Property {
  /** In upper case. */
  readonly name: string;
  /** What stands between the name and the value, without the first semicolon. */
  readonly params: string;
  /** As written: escapes are undone by `textOf` and `textListOf`. */
  readonly value: string;
  /** 1-based line in the file. */
  readonly line: number;
}

/** A component of a calendar file with what is wanted of it. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly properties: Property[];
  readonly parts: Component[];
}

export const firstOf = (component: Component, name: string): Property | undefined =>
  component.properties.find((property) => property.name === name);

export const allOf = (component: Component, name: string): Property[] =>
  component.properties.filter((property) => property.name === name);

const CARET: Readonly<Record<string, string>> = { '^n': '\n', '^N': '\n', "^'": '"', '^^': '^' };

/**
 * Value of a parameter without its quotes, `^` escapes undone (RFC 6868); undefined where it is missing. Of a parameter
 * with a list of values it is the list as written, quotes taken off.
 */
export function paramOf(property: Property, name: string): string | undefined {
  const { params } = property;
  let at = 0;
  while (at < params.length) {
    let end = at;
    let quoted = false;
    let equals = -1;
    for (; end < params.length; end++) {
      const char = params[end];
      if (char === '"') quoted = !quoted;
      else if (char === ';' && !quoted) break;
      else if (char === '=' && equals < 0) equals = end;
    }
    if (equals > 0 && params.slice(at, equals).trim().toUpperCase() === name) {
      const value = params
        .slice(equals + 1, end)
        .replaceAll('"', '')
        .trim();
      return value.includes('^') ? value.replace(/\^[nN'^]/g, (found) => CARET[found] ?? found) : value;
    }
    at = end + 1;
  }
  return undefined;
}

const unescape = (text: string): string =>
  text.replace(/\\([nN,;\\])/g, (_, char: string) => (char === 'n' || char === 'N' ? '\n' : char));

/** A TEXT value with its escapes undone (RFC 5545, 3.3.11). */
export const unescapeText = (value: string): string => (value.includes('\\') ? unescape(value) : value);

/** The value of the component's first property of that name as TEXT; '' where it is missing. */
export const textOf = (component: Component, name: string): string =>
  unescapeText(firstOf(component, name)?.value ?? '');

/** The values of a list of TEXT, without empty ones. */
export function textListOf(value: string): string[] {
  const values: string[] = [];
  for (const match of value.matchAll(/(?:\\[^]|[^,\\])+/g)) {
    const text = unescapeText(match[0]).trim();
    if (text !== '') values.push(text);
  }
  return values;
}
