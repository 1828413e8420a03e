import { RolldownMagicString } from 'rolldown';
import type { Plugin } from 'vite';
import { walk, type SyntaxNode } from './walk.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Decorator extends Span {
  readonly expression: { readonly callee?: { readonly name?: string }; readonly arguments?: readonly Span[] };
}
interface Member extends SyntaxNode {
  readonly key?: { readonly name?: string };
  readonly static?: boolean;
  readonly decorators?: readonly Decorator[];
}
interface ClassBody extends SyntaxNode, Span {
  readonly body: readonly Member[];
}

/**
 * Writes `@property(options) name` and `@state() name` of fields as Lit's `static properties`, which says the same without
 * the decorators' run time: about 0.8 kB less on every page, and a class does nothing when its module is imported.
 */
export function leanDecorators(): Plugin {
  return {
    name: 'lean-decorators',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('.ts') || !/@(property|state)\(/.test(code)) return null;
      const text = new RolldownMagicString(code);
      walk(this.parse(code, { lang: 'ts' }), (node) => {
        if (node.type !== 'ClassBody') return;
        const { start, body } = node as ClassBody;
        const properties: string[] = [];
        for (const { type, key, static: isStatic, decorators = [] } of body) {
          if (isStatic && key?.name === 'properties') this.error(`${id}: decorators beside static properties.`);
          for (const decorator of decorators) {
            const name = decorator.expression.callee?.name;
            if (type !== 'PropertyDefinition' || !key?.name || (name !== 'property' && name !== 'state')) {
              this.error(`${id}: @${name ?? '?'} on ${type} is not one the build knows.`);
            }
            const [options] = decorator.expression.arguments ?? [];
            const given = options ? code.slice(options.start, options.end) : '{}';
            properties.push(`${key.name}: ${name === 'state' ? '{ state: true, attribute: false }' : given}`);
            text.remove(decorator.start, decorator.end);
          }
        }
        if (properties.length > 0) text.appendRight(start + 1, ` static properties = { ${properties.join(', ')} };`);
      });
      return { code: text.toString(), map: text.generateMap({ hires: 'boundary', source: id }).toString() };
    },
  };
}
