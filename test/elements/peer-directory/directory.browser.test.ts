import { expect } from '@open-wc/testing';
import { BackendError } from '../../../src/backend/backend-error.ts';
import type { Backend, PeersQuery } from '../../../src/backend/ports.ts';
import {
  accountOf,
  failing,
  failingLater,
  networkOf,
  peersOf,
  silent,
} from '../../../stories/peer-directory/sample-backend.ts';
import type { Peer } from '../../../src/model/peer.ts';
import { manyPeers, publicPeers, SAMPLE_PEERS } from '../../../stories/peer-directory/sample-peers.ts';
import { all, byName, focused, isShown, one, textOf, weight } from '../support/deep.ts';
import { press } from '../support/keys.ts';
import {
  announced,
  appears,
  clearDirectories,
  control,
  names,
  putDirectory,
  says,
  type,
} from './support/directory-stage.ts';
import { waitUntil } from '../support/wait-until.ts';

/** A backend that tells what it was asked, and which questions were called off. */
function watched(backend: Backend): Backend & { readonly asked: PeersQuery[]; readonly signals: AbortSignal[] } {
  const asked: PeersQuery[] = [];
  const signals: AbortSignal[] = [];
  const { peers } = backend;
  const list: NonNullable<Backend['peers']>['list'] = (query, options) => {
    asked.push(query);
    if (options?.signal) signals.push(options.signal);
    return peers!.list(query, options);
  };
  return { ...backend, peers: { ...peers, list }, asked, signals };
}

const member = (backend = networkOf(SAMPLE_PEERS)): Backend => ({ ...backend, account: accountOf('member') });

describe('<vr-peer-directory>', () => {
  afterEach(clearDirectories);

  it('shows who somebody is, from where, what they offer and seek, and why they fit', async () => {
    const directory = await putDirectory({ backend: member() });
    await says(directory, 'Passt zu Ihnen: bietet, was Sie suchen: Moderation');
    const mara = one(directory, '[data-peer=mara]');
    const card = textOf(mara);
    expect(card).to.contain('Mara Kestner Kreis Auental, Organisation und Digitales');
    expect(card).to.contain('Bietet Bürgerbeteiligung, Moderation');
    expect(card).to.contain('Sucht Prozessaufnahme');
    expect(textOf(one(directory, '[data-peer=emine]'))).to.contain('Zurzeit keine Anfragen, bis 15. April 2027');
    expect(textOf(one(directory, '[data-peer=ayla]'))).to.contain('Das sind Sie');
    expect(textOf(one(directory, '[data-peer=amal]'))).to.contain('Angefragt');
    expect(all(mara, 'button').map((button) => button.getAttribute('aria-label'))).to.deep.equal([
      'Kontakt anfragen: Mara Kestner',
    ]);
  });

  it('searches a moment after the last letter, tells the number, marks the words as they are written', async () => {
    const backend = watched(peersOf(SAMPLE_PEERS));
    const directory = await putDirectory({ backend });
    const field = await appears(directory, '[type=search]');
    const before = backend.asked.length;
    type(field, 'Buergerbeteiligung');
    await waitUntil(() => announced(directory) === '2 Personen gefunden', 'tells the number');
    expect(backend.asked.slice(before).map(({ q }) => q)).to.deep.equal(['Buergerbeteiligung']);
    expect(all(directory, 'mark').map((mark) => mark.textContent)).to.include('Bürgerbeteiligung');
    (await control(directory, 'Filter zurücksetzen')).click();
    await waitUntil(() => names(directory).length === SAMPLE_PEERS.length, 'all again');
    expect(focused()?.getAttribute('type')).to.equal('search');
  });

  it('shows where it found somebody when the card does not hold the word', async () => {
    const directory = await putDirectory();
    type(await appears(directory, '[type=search]'), 'Haltestellen');
    await says(directory, /Im Text: .*was wir ohnehin zählen: Haltestellen, Bäume/);
  });

  it('does not wait for a pause when Enter is pressed, and calls off the question before', async () => {
    const backend = watched(silentAfter(1));
    const directory = await putDirectory({ backend });
    const field = await appears(directory, '[type=search]');
    field.focus();
    type(field, 'Mara');
    await press('Enter');
    await waitUntil(() => backend.asked.some(({ q }) => q === 'Mara'), 'asks at once');
    type(field, 'Jonas');
    await press('Enter');
    await waitUntil(() => backend.asked.some(({ q }) => q === 'Jonas'), 'asks again');
    expect(backend.signals.at(-2)?.aborted).to.equal(true);
  });

  it('asks for what can be meant of a pasted novel with invisible characters', async () => {
    const backend = watched(peersOf(SAMPLE_PEERS));
    const directory = await putDirectory({ backend });
    const field = (await appears(directory, '[type=search]')) as HTMLInputElement;
    field.value = `\u202eMara\u0000 ${'Kestner '.repeat(2000)}`;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitUntil(() => backend.asked.some(({ q }) => q), 'asks');
    const q = backend.asked.at(-1)?.q ?? '';
    expect(q.startsWith('Mara')).to.equal(true);
    expect(q.length).to.be.at.most(200);
  });

  it('narrows by what is checked, and disables what nobody has', async () => {
    const directory = await putDirectory({ width: 1200 });
    (await appears(directory, '[name=org][value=brueckfurt]')).click();
    await waitUntil(() => announced(directory) === '1 Person gefunden', `tells the number`);
    const data = one<HTMLInputElement>(directory, '[name=topic][value=participation]');
    expect(data.disabled).to.equal(true);
    expect(data.closest('label')?.textContent).to.match(/Bürgerbeteiligung \(0\)/);
    expect(textOf(directory)).to.contain('Ukrainisch (0)');
  });

  it('finds who takes requests and who seeks something', async () => {
    const backend = watched(peersOf(SAMPLE_PEERS));
    const directory = await putDirectory({ width: 1200, backend });
    (await appears(directory, '[name=available]')).click();
    (await appears(directory, '[name=direction][value=seek]')).click();
    await waitUntil(() => names(directory).length === 4, 'four people');
    expect(backend.asked.at(-1)).to.deep.include({ available: true, direction: ['seek'] });
  });

  it('says that nobody fits a choice, and leads out of it or to the board', async () => {
    const directory = await putDirectory({ backend: member() });
    type(await appears(directory, '[type=search]'), 'Raumfahrt');
    await says(directory, 'Niemand passt zu dieser Auswahl.');
    byName(one(directory, '.content'), 'Gesuch aufgeben').click();
    await appears(directory, 'vr-peer-offers');
    expect(location.hash).to.equal('#vr-peer-offers');
  });

  it('opens a person in the place of the list and gives the focus back', async () => {
    const directory = await putDirectory({ backend: member() });
    await says(directory, 'Mara Kestner');
    one(directory, '[data-open=mara]').click();
    const back = await control(directory, 'Zurück zu den Menschen');
    expect(location.hash).to.equal('#vr-peer=mara');
    expect(focused()?.getAttribute('aria-label')).to.equal('Mara Kestner');
    await says(directory, 'Erprobte Praxis, 2026 Sitzungsvorlagen auf zwei Seiten');
    expect(textOf(directory)).to.contain('Deutsch, Englisch, Ukrainisch');
    expect(textOf(directory)).to.contain('Bürgerbeteiligung viel Erfahrung');
    expect(textOf(directory)).to.contain('Offen für Anfragen.');
    back.click();
    await waitUntil(() => focused()?.dataset['open'] === 'mara', 'focus on the name');
    expect(location.hash).to.equal('');
  });

  it('opens who the address names, and follows the browser’s way back', async () => {
    history.replaceState(null, '', '#vr-peer=jonas');
    const directory = await putDirectory();
    await says(directory, 'Sachbearbeitung Bauanträge');
    (await control(directory, 'Zurück zu den Menschen')).click();
    await says(directory, '7 Personen');
    one(directory, '[data-open=mara]').click();
    await says(directory, 'Projektleitung Beteiligung');
    history.back();
    await says(directory, '7 Personen');
    expect(focused()?.dataset['open']).to.equal('mara');
  });

  it('says that an entry was withdrawn between the list and the page, and takes it out of the list', async () => {
    const backend = peersOf(SAMPLE_PEERS);
    const get = async (id: string): Promise<Peer> => {
      if (id === 'mara') throw new BackendError('missing', 'not listed', { status: 404 });
      return backend.peers.get!(id);
    };
    const directory = await putDirectory({ backend: { peers: { ...backend.peers, get } } });
    await says(directory, 'Mara Kestner');
    one(directory, '[data-open=mara]').click();
    await says(directory, 'Dieser Eintrag ist nicht mehr zu sehen.');
    expect(textOf(one(directory, '.page'))).not.to.contain('Kestner');
    (await control(directory, 'Zurück zu den Menschen')).click();
    await says(directory, '6 Personen');
    expect(names(directory)).not.to.include('Mara Kestner');
    one(directory, '[data-open=jonas]').click();
    await says(directory, 'Sachbearbeitung Bauanträge');
    expect(textOf(directory)).not.to.contain('nicht mehr zu sehen');
  });

  it('shows what the list knows of a person when the rest does not come, and says so', async () => {
    const get = (): Promise<never> => Promise.reject(new BackendError('timeout', 'planned'));
    const directory = await putDirectory({ backend: { peers: { ...peersOf(SAMPLE_PEERS).peers, get } } });
    await says(directory, 'Mara Kestner');
    one(directory, '[data-open=mara]').click();
    await says(directory, 'Die Quelle antwortet gerade nicht.');
    expect(textOf(directory)).to.contain('Projektleitung Beteiligung');
  });

  it('tells strangers what they do not see, and shows more once they are logged in', async () => {
    let peers = publicPeers();
    const account = accountOf(undefined);
    const backend: Backend = {
      account,
      peers: { ...networkOf(SAMPLE_PEERS).peers, list: (query) => peersOf(peers).peers.list(query) },
    };
    const directory = await putDirectory({ backend });
    await says(directory, 'Sie sehen nur öffentliche Einträge.');
    expect(all(directory, '[data-contact]')).to.deep.equal([]);
    peers = SAMPLE_PEERS;
    byName(one(directory, '.stranger'), 'Einloggen').click();
    await says(directory, '7 Personen');
    expect(textOf(directory)).not.to.contain('nur öffentliche');
    await control(directory, /^Anfragen/);
  });

  it('has one way in for strangers wherever they are: beside the reason to take it, or else in the head', async () => {
    const waysIn = (within: HTMLElement): number =>
      all(within, 'button').filter((button) => isShown(button) && textOf(button) === 'Einloggen').length;
    let peers = publicPeers();
    const { peers: network } = networkOf(SAMPLE_PEERS);
    const directory = await putDirectory({
      backend: {
        account: accountOf(undefined),
        peers: { ...network, list: (query) => peersOf(peers).peers.list(query) },
      },
    });
    await says(directory, 'Sie sehen nur öffentliche Einträge.');
    expect(waysIn(directory)).to.equal(1);
    one(directory, '[data-open=mara]').click();
    await says(directory, 'Wer eingeloggt ist, kann Mara Kestner um Kontakt bitten.');
    expect(waysIn(directory)).to.equal(1);
    byName(directory, 'Zurück zu den Menschen').click();
    peers = [];
    directory.reload();
    await says(directory, 'Hier steht noch niemand.');
    expect(textOf(directory)).not.to.contain('nur öffentliche');
    expect(waysIn(directory)).to.equal(1);
    peers = publicPeers();
    directory.reload();
    await says(directory, 'Sie sehen nur öffentliche Einträge.');
    (await control(directory, 'Bietet und sucht')).click();
    await says(directory, 'Eingeloggt sehen Sie, was zu Ihnen passt');
    expect(waysIn(directory)).to.equal(1);
  });

  it('tells strangers on a person’s page why they cannot ask', async () => {
    const directory = await putDirectory({
      backend: { ...networkOf(publicPeers()), account: accountOf(undefined) },
    });
    await says(directory, '3 Personen');
    one(directory, '[data-open=mara]').click();
    await says(directory, 'Wer eingeloggt ist, kann Mara Kestner um Kontakt bitten.');
    expect(all(directory, '[data-contact]').filter(isShown)).to.deep.equal([]);
  });

  it('asks for contact from the card: the form stands on the page of the person', async () => {
    const directory = await putDirectory({ backend: member() });
    await says(directory, 'Mara Kestner');
    one(directory, '[data-contact=mara]').click();
    await appears(directory, 'vr-contact-request');
    await says(directory, 'Mara Kestner um Kontakt bitten');
    expect(location.hash).to.equal('#vr-peer=mara');
  });

  it('says how many requests wait, and opens them by their address', async () => {
    const directory = await putDirectory({ backend: member() });
    const link = await control(directory, /^Anfragen/);
    await waitUntil(() => link.textContent?.includes('Anfragen (2 warten auf Antwort)'), 'the number');
    link.click();
    await appears(directory, 'vr-contact-inbox');
    expect(location.hash).to.equal('#vr-contacts');
    expect(link.getAttribute('aria-current')).to.equal('true');
    history.back();
    await says(directory, '7 Personen');
  });

  it('offers the import only to those whose hub lets them', async () => {
    const backend = networkOf(SAMPLE_PEERS);
    const port = {
      ...backend.peers,
      importPeers: () => Promise.reject(new BackendError('denied', 'planned')),
      profile: async () => ({ can: ['import'] }) as never,
    };
    const organiser = await putDirectory({ backend: { peers: port, account: accountOf('organiser') } });
    (await control(organiser, 'Personen importieren')).click();
    await appears(organiser, 'vr-peer-import');
    clearDirectories();
    const colleague = await putDirectory({ backend: { peers: port, account: accountOf('member') } });
    await control(colleague, /^Anfragen/);
    expect(textOf(colleague)).not.to.contain('Personen importieren');
  });

  it('names the time at which it goes on for who has looked at very many entries', async () => {
    const backend = failing('busy', { status: 429, retryAfter: 900 });
    const directory = await putDirectory({ backend, attributes: 'time-zone="UTC"' });
    await says(directory, /sehr viele Einträge angesehen\. Zum Schutz aller geht es um 10:15 Uhr weiter\./);
  });

  it('asks strangers to log in where the directory is for members only', async () => {
    const directory = await putDirectory({ backend: { ...failing('denied'), account: accountOf(undefined) } });
    await says(directory, 'Dieses Verzeichnis ist nur für Menschen aus dem Netzwerk. Bitte loggen Sie sich ein.');
    expect(isShown(byName(one(directory, '.content'), 'Einloggen'))).to.equal(true);
  });

  it('keeps what it has when the source fails, and says how old it is', async () => {
    const directory = await putDirectory({ backend: failingLater(SAMPLE_PEERS, 'timeout') });
    await says(directory, 'Mara Kestner');
    directory.reload();
    await says(directory, /Die Quelle antwortet gerade nicht\. .*Stand: /);
    expect(names(directory)).to.include('Mara Kestner');
  });

  it('says which part of the people is missing', async () => {
    const directory = await putDirectory({
      backend: peersOf(SAMPLE_PEERS, [{ code: 'source-failed', source: { id: 'b', label: 'Brückfurt' } }]),
    });
    await says(directory, 'Gerade nicht erreichbar: Brückfurt.');
    expect(names(directory)).to.include('Mara Kestner');
  });

  it('invites to make a start where nobody is listed, if there is a place for it', async () => {
    const directory = await putDirectory({ backend: peersOf([]), attributes: 'profile-url="/mein-eintrag"' });
    await says(directory, 'Hier steht noch niemand. Machen Sie den Anfang');
    expect((await control(directory, 'Mich eintragen')).getAttribute('href')).to.equal('/mein-eintrag');
  });

  it('shows places in the shape of people while they load', async () => {
    const directory = await putDirectory({ backend: silent() });
    await appears(directory, '.skeleton.cards');
    expect(one(directory, '.base').getAttribute('aria-busy')).to.equal('true');
  });

  it('carries 2,000 people, draws the part around the reader, and goes on where they asked for more', async () => {
    const directory = await putDirectory({ backend: peersOf(manyPeers(2000)), attributes: 'limit="50"' });
    await says(directory, '2.000 Personen');
    const before = weight(directory);
    for (let pages = 2; pages <= 6; pages++) {
      const first = (pages - 1) * 50;
      (await control(directory, 'Mehr anzeigen')).click();
      await waitUntil(() => focused()?.dataset['open'] === `p${first}`, `the focus goes on at ${first}`);
    }
    expect(names(directory).length).to.be.below(200);
    expect(weight(directory)).to.be.below(before * 4);
  });

  it('prints all that has come, and says when that is not everybody', async () => {
    const directory = await putDirectory({ backend: peersOf(manyPeers(60)), attributes: 'limit="20"' });
    await says(directory, '60 Personen');
    (await control(directory, 'Mehr anzeigen')).click();
    await waitUntil(() => focused()?.dataset['open'] === 'p20', 'two pages');
    dispatchEvent(new CustomEvent('beforeprint'));
    await directory.updateComplete;
    await waitUntil(() => one(directory, '.paper').textContent?.includes('40 von 60'), 'says so on paper');
    expect(names(directory)).to.have.length(40);
    dispatchEvent(new CustomEvent('afterprint'));
  });

  it('lets a page show people itself', async () => {
    const directory = await putDirectory();
    await says(directory, 'Mara Kestner');
    const shown: string[] = [];
    directory.addEventListener('vr-peer-show', (event) => {
      event.preventDefault();
      shown.push(event.detail.id);
    });
    one(directory, '[data-open=mara]').click();
    expect(shown).to.deep.equal(['mara']);
    expect(names(directory)).to.include('Mara Kestner');
  });

  it('holds to what an editor has set, and speaks English', async () => {
    const backend = watched(peersOf(SAMPLE_PEERS));
    const directory = await putDirectory({
      backend,
      width: 1200,
      attributes: 'lang="en" org="auental" direction="offer" view="list" q="Mara"',
    });
    await says(directory, '1 person found');
    expect(backend.asked[0]).to.deep.include({ org: ['auental'], direction: ['offer'], q: 'Mara' });
    expect(all(directory, '[name=org], [name=direction]')).to.deep.equal([]);
    expect((await control(directory, 'List')).getAttribute('aria-pressed')).to.equal('true');
  });

  it('shows the editor’s own link until there is a source', async () => {
    const directory = await putDirectory({ backend: null });
    await says(directory, 'Zu den Menschen');
  });
});

/** Answers the first questions and leaves the others open. */
function silentAfter(count: number): Backend {
  const [good, none] = [peersOf(SAMPLE_PEERS), silent()];
  let asked = 0;
  return { peers: { ...good.peers, list: (...call) => (asked++ < count ? good : none).peers!.list(...call) } };
}
