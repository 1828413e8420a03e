/** A node of a syntax tree as the bundler's parser gives it. */
export interface SyntaxNode {
  readonly type: string;
}

/** Calls `visit` with each node of a tree, parents first. */
export function walk(node: unknown, visit: (node: SyntaxNode) => void): void {
  if (Array.isArray(node)) {
    for (const child of node) walk(child, visit);
  } else if (typeof node === 'object' && node !== null) {
    if ('type' in node) visit(node as SyntaxNode);
    for (const child of Object.values(node)) walk(child, visit);
  }
}
