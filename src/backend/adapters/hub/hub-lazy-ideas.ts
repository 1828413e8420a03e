import type { Http } from '../../http.ts';
import { lazyPort, type MethodOf } from '../../lazy-port.ts';
import type { IdeasPort } from '../../ports.ts';
import type { HubIdeas, HubIdeasOptions } from './hub-ideas.ts';

/** All of `HubIdeas`; which of them the reader may use for an idea says its `can[]`. */
const METHODS: Readonly<Record<MethodOf<HubIdeas>, true>> = {
  list: true,
  get: true,
  vocabulary: true,
  similar: true,
  audience: true,
  create: true,
  update: true,
  transition: true,
  settle: true,
  takeOver: true,
  answer: true,
  attach: true,
  supports: true,
  support: true,
  follow: true,
  comments: true,
  comment: true,
  editComment: true,
  moveComment: true,
  react: true,
  participants: true,
  helpOffers: true,
  offerHelp: true,
  answerHelp: true,
  report: true,
  settleReports: true,
};

/** The hub's ideas, their code fetched with the first question: a page with a calendar only does without it. */
export function createLazyHubIdeas(http: Http, options: HubIdeasOptions): IdeasPort {
  const load = async (): Promise<HubIdeas> => (await import('./hub-ideas.ts')).createHubIdeas(http, options);
  return {
    ...lazyPort<HubIdeas>(Object.keys(METHODS) as MethodOf<HubIdeas>[], load),
    feedUrl: `${options.base}/api/v1/ideas.atom`,
  };
}
