import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Hub } from '../hub.ts';
import { oneLine } from '../http/characters.ts';
import type { Html } from '../sign-in/page/html.ts';
import type { EmbedRequest } from './embed-widgets.ts';
import type { EmbedWords } from './embed-words.ts';

/** What a part of a page is made from. */
export interface PartContext {
  readonly hub: Hub;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly asked: EmbedRequest;
  readonly words: EmbedWords;
  /** Path of the hub before `/embed`, empty at the root of its host. */
  readonly root: string;
}

/** What a widget's page says without any script: all that everybody may see. */
export interface Part {
  readonly title?: string;
  readonly lead?: string;
  readonly body: Html;
  /** How many people it shows: that is limited. */
  readonly people?: number;
  /** Ways on that stand below, whether scripts run or not. */
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

/** What there is of some facts, in one line that breaks behind its dots. */
export const factLine = (facts: readonly (string | false | undefined)[]): string =>
  facts.flatMap((fact) => (fact ? [oneLine(fact)] : [])).join('\u00a0· ');

/** @throws HttpProblem `not-found` for what not everybody may see */
export type RenderPart = (context: PartContext) => Promise<Part>;
