/** Some of a dictionary's words, in its own shape. */
export type WordsOverride<T> = T extends (...args: never[]) => string
  ? T | string
  : T extends string
    ? string
    : { readonly [K in keyof T]?: WordsOverride<T[K]> };

type Words = Readonly<Record<string, unknown>>;

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A sentence whose places `{1}`, `{2}` … take what the dictionary's own sentence is made with. */
const sentence =
  (text: string) =>
  (...values: readonly (string | number)[]): string =>
    text.replace(/\{(\d)\}/g, (place, number: string) => String(values[Number(number) - 1] ?? place));

/**
 * A dictionary with some words of the page's own. Where the dictionary makes a sentence from values, a text may stand,
 * too; `{1}` is the first value. What is not one of the dictionary's words is left out and told to `onUnknown` by its path.
 */
export function overrideWords<T extends object>(
  words: T,
  own: WordsOverride<T>,
  onUnknown: (path: string) => void,
  path = '',
): T {
  const result: Record<string, unknown> = { ...(words as Words) };
  for (const [name, value] of Object.entries(own as Words)) {
    const at = path ? `${path}.${name}` : name;
    const original = Object.hasOwn(words, name) ? (words as Words)[name] : undefined;
    if (isWords(original) && isWords(value)) result[name] = overrideWords(original, value as never, onUnknown, at);
    else if (typeof original === 'string' && typeof value === 'string') result[name] = value;
    else if (typeof original === 'function' && typeof value === 'string') result[name] = sentence(value);
    else if (typeof original === 'function' && typeof value === 'function') result[name] = value;
    else if (value !== undefined) onUnknown(at);
  }
  return result as T;
}
