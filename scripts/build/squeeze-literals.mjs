/**
 * Takes the indentation and the comments out of css`` and html`` literals. A minifier for JavaScript leaves them alone, since
 * for it they are text.
 */
import { RolldownMagicString } from 'rolldown';

/**
 * White space between inline elements is a space on the screen: a run of it becomes one blank and never none.
 * A tag's own white space, between attributes, may go down to one blank as well; quoted values stay as they are.
 *
 * @param {string} raw text of one part of the template, between two holes
 */
export function squeezeHtml(raw) {
  return raw.replace(/("[^"]*"|'[^']*')|[ \t\r\n]+/g, (run, quoted) => quoted ?? ' ');
}

/** A hole in a template, while its parts are looked at together: no character of CSS, and none that is stripped. */
const HOLE = '\uE000';

/**
 * @param {string[]} parts raw texts of one css`` literal
 * @returns {string[]} as many parts
 */
export function squeezeCss(parts) {
  const kept = [];
  const text = parts
    .join(HOLE)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    // Strings and url() are kept out of reach; a plain index stands for them.
    .replace(
      /"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|url\([^)"']*\)/g,
      (token) => `\uE001${kept.push(token) - 1}\uE002`,
    )
    .replace(/[ \t\r\n\f]+/g, ' ')
    // Before a colon or a bracket a blank has a meaning (`a :hover`, `and (`), as it has around + and - in calc().
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([:(]) /g, '$1')
    .replace(/ (\)|!important)/g, '$1')
    .replace(/;+}/g, '}')
    .replace(/\uE001(\d+)\uE002/g, (_, index) => kept[Number(index)]);
  return text.trim().split(HOLE);
}

/** Elements in which each blank is shown. */
const PREFORMATTED = /<(pre|textarea)\b|white-space/i;

function squeezeTemplate(tag, parts) {
  if (parts.length === 0) return parts;
  if (tag === 'css') {
    const squeezed = squeezeCss(parts);
    return squeezed.length === parts.length ? squeezed : parts;
  }
  return PREFORMATTED.test(parts.join('')) ? parts : squeezeHtmlParts(parts);
}

/** Quotes may open in one part and close in another (`class="a ${b}"`): the parts are looked at as one text. */
function squeezeHtmlParts(parts) {
  const text = parts.join(HOLE);
  // Outside of tags a quote is just a character, so only the inside of a tag is read for quotes.
  const squeezed = text.replace(/<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+|</g, (token) =>
    token.startsWith('<') ? squeezeHtml(token) : token.replace(/[ \t\r\n]+/g, ' '),
  );
  return squeezed.split(HOLE);
}

function walk(node, visit) {
  if (!node || typeof node.type !== 'string') return;
  visit(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const child of value) walk(child, visit);
    else if (value && typeof value === 'object') walk(value, visit);
  }
}

/** @returns {import('vite').Plugin} */
export function squeezeLiterals() {
  return {
    name: 'squeeze-literals',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!/\b(css|html|svg)`/.test(code) || id.includes('/node_modules/')) return null;
      const text = new RolldownMagicString(code);
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || !/^(css|html|svg)$/.test(node.tag.name)) return;
        const quasis = node.quasi.quasis;
        // The ends of a quasi in the tree differ between parsers: the raw text is found from its start.
        const raws = quasis.map((quasi) => quasi.value.raw);
        squeezeTemplate(node.tag.name, raws).forEach((squeezed, index) => {
          const raw = raws[index];
          if (squeezed === raw) return;
          const start = code.indexOf(raw, quasis[index].start);
          text.overwrite(start, start + raw.length, squeezed);
        });
      });
      return text.hasChanged()
        ? { code: text.toString(), map: text.generateMap({ hires: 'boundary', source: id }).toString() }
        : null;
    },
  };
}
