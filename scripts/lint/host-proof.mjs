/** ESLint rules of this project that need types or a template parser. */
import { ESLintUtils } from '@typescript-eslint/utils';

/** Prototype.js replaces `Array.prototype.entries` by a method whose answer cannot be iterated. */
const noArrayEntries = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { entries: 'Prototype.js breaks Array#entries on pages that load it: use forEach or an index.' },
  },
  create(context) {
    return {
      "CallExpression[callee.property.name='entries']"(node) {
        const services = ESLintUtils.getParserServices(context);
        const type = services.getTypeAtLocation(node.callee.object);
        const checker = services.program.getTypeChecker();
        if (checker.isArrayType(type) || checker.isTupleType(type)) context.report({ node, messageId: 'entries' });
      },
    };
  },
};

/** Words that people read come from the dictionaries, so that a language is one file. */
const noTemplateWords = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { words: 'Words for readers belong in src/i18n, not in a template: {{text}}' },
  },
  create(context) {
    return {
      "TaggedTemplateExpression[tag.name='html'] > TemplateLiteral"(node) {
        // A hole stands for itself, so that text on both sides of it is seen as one run and attributes stay attributes.
        const markup = node.quasis.map((part) => part.value.raw).join('\u0000');
        const text = markup
          .replace(/<!--[\s\S]*?-->/g, '')
          .replace(/<(?:"[^"]*"|'[^']*'|[^<>"'])*>/g, '\n')
          .match(/\p{L}{2,}[^\n\u0000]*/u);
        if (text) context.report({ node, messageId: 'words', data: { text: text[0].trim().slice(0, 60) } });
      },
    };
  },
};

export const hostProof = {
  meta: { name: 'host-proof' },
  rules: { 'no-array-entries': noArrayEntries, 'no-template-words': noTemplateWords },
};
