import { OFFER_DIRECTIONS, type Peer } from '../../../src/model/peer.ts';
import { ANONYMOUS } from '../authorization/caller.ts';
import { oneLine } from '../http/characters.ts';
import { peerIndexOf } from '../peer-search/peer-index.ts';
import { PeerList } from '../peer-search/peer-list.ts';
import { searchText } from '../peer-search/peer-list-routes.ts';
import { PeerView } from '../peer-search/peer-view.ts';
import { findHits, readPeerSearch } from '../peer-search/peer-words.ts';
import { answerPeers } from '../peers/peer-mapping.ts';
import { findProfiles, todayOf } from '../peers/peer-store.ts';
import { html, type Html } from '../sign-in/page/html.ts';
import { countOf, embedPath, valuesOf } from './embed-widgets.ts';
import { factLine, type PartContext, type RenderPart } from './part.ts';

function renderPeer({ words, asked }: PartContext, peer: Peer): Html {
  const topicName = ({ id, label }: { id: string; label: Readonly<Partial<Record<'de' | 'en', string>>> }): string =>
    label[asked.lang] ?? label.de ?? id;
  const of = (direction: 'offer' | 'seek'): string =>
    (peer.offers ?? [])
      .filter((offer) => offer.direction === direction)
      .map(({ topic, text }) => (text ? `${topicName(topic)} (${oneLine(text)})` : topicName(topic)))
      .join(', ');
  const knows = (peer.expertise ?? []).map(({ label }) => oneLine(label)).join(', ');
  const lines: readonly (readonly [string, string])[] = [
    [words.knows, knows],
    [words.offers, of('offer')],
    [words.seeks, of('seek')],
  ];
  return html`<li class="entry">
    <h2>${oneLine(peer.displayName)}</h2>
    ${peer.headline && html`<p>${peer.headline}</p>`}
    <p class="facts">${factLine([peer.function, peer.unit, peer.org?.name])}</p>
    ${lines.map(([label, text]) => text !== '' && html`<p class="facts">${label}: ${text}</p>`)}
  </li>`;
}

/** People whose entries everybody may see, as much of each as everybody may see. */
export const peerPart: RenderPart = async (context) => {
  const { hub, request, asked, words, root } = context;
  const { attributes, after } = asked;
  const { database, directory } = hub;
  const { kysely } = database;
  const { now } = request;
  const index = peerIndexOf(hub);
  const today = todayOf(hub, now);
  await index.follow(now, today);
  const search = await readPeerSearch(kysely, directory, ANONYMOUS, searchText(attributes.get('q')));
  const hits = search && (await findHits(kysely, ANONYMOUS, search, today, index.room));
  const [topic, org] = [valuesOf(attributes.get('topic')), valuesOf(attributes.get('org'))];
  const direction = valuesOf(attributes.get('direction'), /\s+/)?.filter((word) =>
    OFFER_DIRECTIONS.some((known) => known === word),
  );
  const filter = { ...(topic && { topic }), ...(org && { org }), ...(direction && { direction }) };
  const list = new PeerList(index, new PeerView(index, ANONYMOUS), directory, filter, hits);
  const { ids, nextCursor } = list.page(countOf(attributes.get('limit'), 50, 24), after);
  const rows = new Map((await findProfiles(kysely, ids)).map((row) => [row.personId, row]));
  const peers = await answerPeers(
    hub,
    kysely,
    ANONYMOUS,
    ids.flatMap((id) => rows.get(id) ?? []),
    { now },
  );
  return {
    people: peers.length,
    body: html`${peers.length === 0 && html`<p>${words.none.peers}</p>`}
      ${
        peers.length > 0 &&
        html`<ul class="entries">
        ${peers.map((peer) => renderPeer(context, peer))}
      </ul>`
      }
      ${nextCursor !== null && html`<p><a href="${root}${embedPath(asked, { after: nextCursor })}">${words.more}</a></p>`}`,
  };
};

/** What an entry is for. It is written by those who are signed in, with the widget. */
export const profilePart: RenderPart = async ({ words, asked, root }) => {
  const directory = embedPath({ ...asked, widget: 'peer-directory', attributes: new Map() });
  const back = encodeURIComponent(`${root}${embedPath(asked)}`);
  return {
    body: html`<p>${words.profileWhy}</p>
      <p>${words.profileHow}</p>
      <p><a href="${root}/sign-in?return=${back}">${words.signIn}</a> · <a href="${root}${directory}">${words.toDirectory}</a></p>`,
  };
};
