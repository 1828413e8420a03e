import { RolldownMagicString } from 'rolldown';
import type { Plugin } from 'vite';
import { walk, type SyntaxNode } from './walk.ts';

/** A hole in a template while its parts are looked at as one text: a character that no source uses. */
const HOLE = '\uE000';
/** Around the index of something that is kept as it is. */
const KEPT = ['\uE001', '\uE002'] as const;

/** Elements in which each blank is shown. */
const PREFORMATTED = /<(pre|textarea)\b/i;

/**
 * Takes comments and white space out of CSS where they mean nothing.
 *
 * @param parts raw texts of one css`` literal between its holes, or a whole style sheet as one
 * @returns as many parts
 */
export function squeezeCss(parts: readonly string[]): string[] {
  const kept: string[] = [];
  return (
    parts
      .join(HOLE)
      // A comment may hold quotes and a string may hold comment marks: whichever begins first is what it is.
      .replace(/\/\*[\s\S]*?\*\/|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|url\([^)"']*\)/g, (token) =>
        token.startsWith('/*') ? '' : `${KEPT[0]}${kept.push(token) - 1}${KEPT[1]}`,
      )
      .replace(/[ \t\r\n\f]+/g, ' ')
      // Before a colon or a bracket a blank has a meaning (`a :hover`, `and (`), as it has around + and - in calc().
      .replace(/ ?([{};,>]) ?/g, '$1')
      .replace(/([:(]) /g, '$1')
      .replace(/ (\)|!important)/g, '$1')
      .replace(/;+}/g, '}')
      .replace(/\uE001(\d+)\uE002/g, (_, index: string) => kept[Number(index)] ?? '')
      .trim()
      .split(HOLE)
  );
}

/**
 * Takes the indentation out of HTML. White space between inline elements is a space on the screen, so a run of it becomes
 * one blank and never none; quoted values and preformatted text stay as they are.
 *
 * @param parts raw texts of one html`` literal between its holes
 * @returns as many parts
 */
export function squeezeHtml(parts: readonly string[]): string[] {
  const text = parts.join(HOLE);
  if (PREFORMATTED.test(text)) return [...parts];
  const blank = (run: string): string => run.replace(/[ \t\r\n]+/g, ' ');
  // Quotes may open in one part and close in another (`class="a ${b}"`), and outside of tags they are just characters.
  return text
    .replace(/<!--[\s\S]*?-->|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+/g, (token) =>
      token.startsWith('<')
        ? token.replace(/("[^"]*"|'[^']*')|[ \t\r\n]+/g, (_, quoted: string | undefined) => quoted ?? ' ')
        : blank(token),
    )
    .split(HOLE);
}

interface Template extends SyntaxNode {
  readonly tag: { readonly name?: string };
  readonly quasi: { readonly quasis: readonly { readonly start: number; readonly value: { readonly raw: string } }[] };
}

/** Squeezes css`` and html`` literals. A minifier for JavaScript leaves them alone, since for it they are text. */
export function squeezeLiterals(): Plugin {
  return {
    name: 'squeeze-literals',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!/\b(css|html|svg)`/.test(code) || id.includes('/node_modules/')) return null;
      const text = new RolldownMagicString(code);
      walk(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression') return;
        const { tag, quasi } = node as Template;
        if (!/^(css|html|svg)$/.test(tag.name ?? '')) return;
        const raws = quasi.quasis.map((part) => part.value.raw);
        const squeezed = tag.name === 'css' ? squeezeCss(raws) : squeezeHtml(raws);
        raws.forEach((raw, index) => {
          if (squeezed[index] === raw) return;
          // Parsers differ in whether a part begins at its quote or behind it.
          const start = code.indexOf(raw, quasi.quasis[index]?.start);
          text.overwrite(start, start + raw.length, squeezed[index] ?? '');
        });
      });
      if (!text.hasChanged()) return null;
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary', source: id }).toString() };
    },
  };
}
