import type { Plugin } from 'vite';

/** What Lit's browser build touches when it is imported, and what stands in for it where there is no page. */
const TOUCHES: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'lit-html/lit-html.js': ['=document,', '=globalThis.document??{createTreeWalker(){}},'],
  '@lit/reactive-element/reactive-element.js': ['extends HTMLElement', 'extends(globalThis.HTMLElement??class{})'],
};

/**
 * Lets `dist/index.js` be imported where there is no page, by a server that renders HTML or a test in Node, without Lit's
 * larger build for it. Nothing is rendered there: the classes are names until a browser has them.
 */
export function litInNode(): Plugin {
  return {
    name: 'lit-in-node',
    apply: 'build',
    transform(code, id) {
      const touch = Object.entries(TOUCHES).find(([path]) => id.endsWith(`/node_modules/${path}`))?.[1];
      if (!touch) return null;
      if (!code.includes(touch[0])) this.error(`${id} no longer holds "${touch[0]}"; look at what it does on import.`);
      return { code: code.replace(touch[0], touch[1]), map: null };
    },
  };
}
