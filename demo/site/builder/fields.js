/**
 * The form for a widget's settings, out of the manifest: what an attribute takes is read from its type and its
 * description, German words come from the dictionary. An attribute that nobody has words for appears by its own name.
 *
 * @typedef {object} Field
 * @property {string} name of the attribute
 * @property {'choice' | 'several' | 'switch' | 'number' | 'date' | 'text'} type
 * @property {string} label
 * @property {string} help
 * @property {boolean} isCommon stands in front, not folded away
 * @property {string} fallback what holds without it, as the attribute would say it; empty: nothing
 * @property {readonly { value: string, label: string }[]} options of `choice` and `several`
 * @property {string} separator between the values of `several`
 * @property {number | undefined} min
 * @property {number | undefined} max
 */
import { WORDS } from './attribute-words.js';

/** They are asked for as the source of the data, in words of their own. */
const ELSEWHERE = new Set(['src', 'labels', 'backend']);

const textOf = (type) => type?.text ?? '';

function declarationOf(manifest, tag) {
  for (const { declarations = [] } of manifest.modules ?? [])
    for (const declaration of declarations) if (declaration.tagName === tag) return declaration;
  return undefined;
}

/** Values that a description lists: in backticks, or behind a colon. */
function listedValues(description) {
  const ticked = [...description.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
  if (ticked.length > 0) return ticked.every((word) => /^[a-z][a-z0-9-]*$/.test(word)) ? ticked : [];
  const [, list = ''] = /: ([a-z][a-z0-9-]*(?:, [a-z][a-z0-9-]*)+)/.exec(description) ?? [];
  return list ? list.split(', ') : [];
}

const literals = (type) => [...type.matchAll(/'([^']*)'/g)].map(([, word]) => word);

/** `'month'` is `month`; a constant's name says nothing to a form. */
function defaultOf(text = '') {
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  return /^-?\d+(\.\d+)?$/.test(text) ? text : '';
}

function limitsOf(description) {
  const [, min, max] = /(-?\d+)(?: \([^)]*\))? to (-?\d+)/.exec(description) ?? [];
  return min === undefined ? {} : { min: Number(min), max: Number(max) };
}

function typeOf({ type, text, options, limits, words }) {
  if (words.type) return words.type;
  if (/^boolean\b/.test(type)) return 'switch';
  if (options.length > 0) return /parted by/.test(text) ? 'several' : 'choice';
  if (/^number\b/.test(type) || limits.min !== undefined) return 'number';
  return /^ISO date\b/.test(text) ? 'date' : 'text';
}

function toField(attribute, declaration, dictionary) {
  const { name, description: text = '' } = attribute;
  const member = declaration.members?.find((each) => each.name === attribute.fieldName);
  const type = textOf(attribute.type) || textOf(member?.type);
  const words = { ...dictionary['*']?.[name], ...dictionary[declaration.tagName]?.[name] };
  const values = literals(type).length > 0 ? literals(type) : listedValues(text);
  const options = (words.values ?? (/^(boolean|number)\b/.test(type) ? [] : values)).map((value) => ({
    value,
    label: words.options?.[value] ?? value,
  }));
  const limits = limitsOf(text);
  return {
    name,
    type: typeOf({ type, text, options, limits, words }),
    label: words.label ?? name,
    help: words.help ?? (words.label ? '' : text),
    isCommon: words.common ?? false,
    fallback: words.fallback ?? defaultOf(attribute.default ?? member?.default),
    options,
    separator: /parted by semicolons/.test(text) ? ';' : ' ',
    min: limits.min,
    max: limits.max,
  };
}

/**
 * The settings of a tag, the common ones first, each group in the order of the dictionary's `common`, then of the manifest.
 * @returns {Field[]}
 */
export function fieldsOf(manifest, tag, dictionary = WORDS) {
  const declaration = declarationOf(manifest, tag);
  const fields = (declaration?.attributes ?? [])
    .filter(({ name }) => !ELSEWHERE.has(name))
    .map((attribute) => toField(attribute, declaration, dictionary));
  return [...fields.filter(({ isCommon }) => isCommon), ...fields.filter(({ isCommon }) => !isCommon)];
}

/**
 * What of the chosen values the snippet has to say: only what differs from what holds anyway, and only what the field
 * could have given, since the values come from an address that anybody can write.
 * @param {readonly Field[]} fields
 * @param {Readonly<Record<string, string>>} values
 */
export function settingsOf(fields, values) {
  const settings = {};
  for (const field of fields) {
    const value = (values[field.name] ?? '').trim();
    if (value === '' || value === field.fallback || !isValid(field, value)) continue;
    settings[field.name] = field.type === 'switch' ? '' : value;
  }
  return settings;
}

function isValid({ type, options, separator, min, max }, value) {
  if (type === 'choice') return options.some((option) => option.value === value);
  if (type === 'several')
    return value.split(separator).every((each) => options.some((option) => option.value === each.trim()));
  if (type === 'number') return isWithin(Number(value), min, max);
  return type === 'date' ? /^\d{4}-\d{2}-\d{2}$/.test(value) : true;
}

const isWithin = (number, min = -Infinity, max = Infinity) =>
  Number.isInteger(number) && number >= min && number <= max;
