import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import type { Backend } from '../../../src/backend/ports.ts';
import { purgeDevice } from '../../../src/internal/device-store.ts';
import { allowedImages } from '../../../src/internal/image-policy.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { Post } from '../../../src/model/post.ts';
import {
  failing,
  failingLater,
  postsOf,
  silent,
  watched,
  writableOf,
} from '../../../stories/blog-feed/sample-backend.ts';
import { manyPosts, NOW, SAMPLE_POSTS } from '../../../stories/blog-feed/sample-posts.ts';
import { all, focused, isShown, one, textOf } from '../support/deep.ts';
import { press, type as typeKeys } from '../support/keys.ts';
import { waitUntil } from '../support/wait-until.ts';
import { announced, appears, clearFeeds, control, putFeed, says, titles, typeInto } from './support/feed-stage.ts';

describe('<vr-blog-feed>', () => {
  afterEach(async () => {
    clearFeeds();
    purgeDevice('feed');
    await emulateMedia({ media: 'screen' });
  });

  it('says of each post where from, by whom, when, how long, and how to compare it', async () => {
    const feed = await putFeed();
    await says(feed, 'Wie wir Sitzungsvorlagen halbiert haben');
    const report = textOf(one(feed, '[data-post=sitzungsvorlagen]'));
    expect(report).to.match(/Erfahrungsbericht · Stadt Lindenhafen · Mara Kestner · 12\. März 2027 · .*4 Min\./);
    expect(report).to.contain('Mittelstadt, unter 100.000 · Im Alltag');
    expect(report).to.contain('Gremienarbeit, Vorlagen, Klare Sprache, Ratsarbeit'.replaceAll(',', ''));
    expect(report).to.contain('auch auf Mastodon');
    expect(titles(feed)).to.include('Beitrag von Impulswerk Lindenhafen e. V.');
    expect(textOf(one(feed, '[data-post=geschuetzt]'))).to.contain('mit einem Passwort geschützt');
  });

  it('leads to the original where the source gives no text, and reads here where it does', async () => {
    const feed = await putFeed();
    await says(feed, 'Beitrag von Impulswerk');
    const status = one(feed, '[data-post=statement]');
    expect(all<HTMLAnchorElement>(status, 'a').map(({ href }) => href)).to.deep.equal([
      'https://social.example/@impulswerk/2',
      'https://social.example/@impulswerk/2',
    ]);
    expect(textOf(status)).to.contain('Weiterlesen auf social.example');
    const opened: string[] = [];
    feed.addEventListener('vr-post-open', ({ detail }) => opened.push(detail.id));
    one(feed, '[data-post=sitzungsvorlagen] .title a').click();
    await control(feed, 'Zurück zu den Beiträgen');
    expect(opened).to.deep.equal(['sitzungsvorlagen']);
    expect(location.hash).to.equal('#vr-post=sitzungsvorlagen');
    await waitUntil(() => focused()?.classList.contains('page') === true, 'the focus is in the post');
    (await control(feed, 'Zurück zu den Beiträgen')).click();
    await waitUntil(() => focused()?.dataset['open'] === 'sitzungsvorlagen', 'back at the title');
    expect(location.hash).to.equal('');
  });

  it('opens what the address of the page names, and leaves it to a page that shows posts itself', async () => {
    location.hash = '#vr-post=formulare';
    const feed = await putFeed();
    await control(feed, 'Zurück zu den Beiträgen');
    await says(feed, 'Formulare mit Bürgerinnen');
    clearFeeds();
    const other = await putFeed();
    other.addEventListener('vr-post-open', (event) => event.preventDefault());
    await says(other, 'Formulare mit Bürgerinnen');
    other.open('formulare');
    await other.updateComplete;
    expect(one(other, '.main').hidden).to.equal(false);
  });

  it('narrows by what many posts have in common, shows what is chosen, and takes it away again', async () => {
    const feed = await putFeed();
    (await control(feed, 'Filter')).click();
    (await appears(feed, '[name=report]')).click();
    await waitUntil(() => announced(feed) === '2 Beiträge gefunden', 'the number is said');
    one<HTMLInputElement>(feed, '[name=size][value=county]').click();
    await waitUntil(() => titles(feed).length === 1, 'one is left');
    (await control(feed, 'Filter entfernen: Nur Erfahrungsberichte')).click();
    await waitUntil(
      () =>
        all(feed, '.chip')
          .map((chip) => chip.ariaLabel)
          .join() === 'Filter entfernen: Kreis',
      'one chip',
    );
    (await control(feed, 'Filter zurücksetzen')).click();
    await waitUntil(() => titles(feed).length === SAMPLE_POSTS.length, 'all again');
    expect(focused()?.getAttribute('name')).to.equal('q');
  });

  it('searches a moment after the last letter and marks the words as they are written', async () => {
    const backend = watched(postsOf(SAMPLE_POSTS));
    const feed = await putFeed({ backend });
    const filtered: string[] = [];
    feed.addEventListener('vr-posts-filtered', ({ detail }) => filtered.push(detail.filter.q));
    typeInto(await appears(feed, '[name=q]'), 'Buerger');
    await waitUntil(() => announced(feed).includes('gefunden'), 'the number is said');
    expect(all(feed, 'mark').map((mark) => mark.textContent)).to.include('Bürgerinnen');
    expect(filtered).to.deep.equal(['Buerger']);
    expect(backend.asked.filter(({ q }) => q)).to.have.length(1);
  });

  it('offers five of hundreds of tags, and a search for the rest', async () => {
    const feed = await putFeed({ backend: postsOf(manyPosts(290)) });
    (await control(feed, 'Filter')).click();
    await appears(feed, '[name=tag]');
    expect(all(feed, '[name=tag]')).to.have.length(5);
    (await control(feed, 'Mehr anzeigen: Schlagwort')).click();
    await waitUntil(() => focused()?.getAttribute('name') === 'find-tag', 'the search has the focus');
    await typeKeys('289');
    await waitUntil(() => all(feed, '[name=tag]').length === 1, 'the one');
    expect(textOf(one(feed, 'fieldset:has([name=tag])'))).to.contain('Schlagwort 289 (1)');
  });

  it('shows more by a button, with the focus on the first new post, and says where the end is', async () => {
    const feed = await putFeed({ backend: postsOf(manyPosts(25)), attributes: 'limit="10"' });
    (await control(feed, 'Mehr anzeigen')).click();
    await waitUntil(() => focused()?.textContent?.includes('Bericht 11 ') === true, 'the first new one');
    (await control(feed, 'Mehr anzeigen')).click();
    await says(feed, 'Das sind alle 25 Beiträge.');
    expect(one(feed, '[data-post="many-24"]').ariaSetSize).to.equal('25');
  });

  it('is a feed whose articles Page Down and Page Up lead through, and Control and Home and End lead out of', async () => {
    const feed = await putFeed();
    await appears(feed, '[name=q]');
    const articles = all(feed, '[role=feed] > article');
    expect(articles.map(({ ariaPosInSet }) => ariaPosInSet).slice(0, 2)).to.deep.equal(['1', '2']);
    one(feed, '.title a').focus();
    await press('PageDown');
    expect(focused()).to.equal(articles[1]);
    await press('PageUp');
    expect(focused()).to.equal(articles[0]);
    await press('End', 'Control');
    expect(focused()?.classList.contains('end')).to.equal(true);
    articles[2]!.focus();
    await press('Home', 'Control');
    expect(focused()?.getAttribute('name')).to.equal('q');
  });

  it('loads no picture from a host that nobody has allowed', async () => {
    const feed = await putFeed();
    await says(feed, 'Wie wir');
    const hosts = (): string[] => all<HTMLImageElement>(feed, 'img').map(({ src }) => new URL(src).protocol);
    expect(hosts()).to.deep.equal(['blob:', 'blob:']);
    const image = one<HTMLImageElement>(feed, 'img');
    expect(image.alt).to.equal('Ein Rathaus mit hellen Fenstern im Morgenlicht');
    expect([image.loading, image.referrerPolicy]).to.deep.equal(['lazy', 'no-referrer']);
    feed.images = 'none';
    await feed.updateComplete;
    await waitUntil(() => hosts().length === 0, 'no pictures');
    const listed = allowedImages(
      'listed',
      'feed+https://blog.lindenhafen.example/feed/',
      'bilder.example, cdn.example:8443',
    );
    const asked = ['https://blog.lindenhafen.example/a.jpg', 'https://bilder.example/a', 'https://cdn.example:8443/a'];
    expect(asked.map(listed)).to.deep.equal([true, true, true]);
    const refused = [
      'https://fremd.example/a',
      'https://bilder.example.fremd.example/',
      'data:image/png;base64,AA',
      'javascript:1',
      '//',
    ];
    expect(refused.map(listed)).to.deep.equal(refused.map(() => false));
    expect(allowedImages('own', 'https://blog.lindenhafen.example/', 'bilder.example')(asked[0]!)).to.equal(false);
  });

  it('keeps what was warned of folded, with its picture', async () => {
    const feed = await putFeed();
    await says(feed, 'Inhaltswarnung: Streit im Team');
    const teaser = one(feed, '[data-post=warnung] .teaser');
    expect(isShown(teaser)).to.equal(false);
    one(feed, '[data-post=warnung] summary').click();
    await waitUntil(() => isShown(teaser), 'unfolded');
  });

  it('writes titles in their own direction and language', async () => {
    const feed = await putFeed();
    await says(feed, 'كيف');
    const title = one(feed, '[data-post=arabisch] .title');
    expect([title.lang, getComputedStyle(title).direction]).to.deep.equal(['ar', 'rtl']);
    expect(one(feed, '[data-post=sitzungsvorlagen] .title').lang).to.equal('');
  });

  it('keeps the whole text in the list on wish, also where lists leave it out', async () => {
    const text = untrustedHtml('<p>Was wir <em>gestrichen</em> haben.</p>');
    const { posts } = postsOf(SAMPLE_POSTS);
    const get: typeof posts.get = async (id) => ({
      ...(await posts.get(id)),
      ...(id === 'formulare' && { content: text }),
    });
    const feed = await putFeed({ attributes: 'full-text', backend: { posts: { ...posts, get } } });
    await appears(feed, '[data-post=sitzungsvorlagen] .full');
    await says(one(feed, '[data-post=formulare]'), 'Was wir gestrichen haben.');
    expect(all(feed, '[data-post=formulare] .on')).to.deep.equal([]);
    expect(all(feed, '[data-post=statement] .on')).to.have.length(1);
  });

  it('takes in a source that was late, with the focus where it was', async () => {
    let arrive: (() => void) | undefined;
    let late: readonly Post[] = [];
    const backend: Backend = {
      posts: {
        list: (query) => postsOf([...late, ...SAMPLE_POSTS.slice(1, 3)]).posts.list(query),
        watch: (listener) => {
          arrive = listener;
          return () => (arrive = undefined);
        },
      },
    };
    const feed = await putFeed({ backend });
    await says(feed, 'Beitrag von Impulswerk');
    const title = one(feed, '[data-post=statement] .title a');
    title.focus();
    late = SAMPLE_POSTS.slice(0, 1);
    arrive?.();
    await says(feed, 'Wie wir Sitzungsvorlagen halbiert haben');
    expect(focused()).to.equal(title);
    feed.remove();
    await waitUntil(() => arrive === undefined, 'nobody waits any more');
  });

  it('tells what is new since the last visit, only where something may be kept', async () => {
    localStorage.setItem(`vr:feed:${location.pathname}`, String(Date.parse(NOW) - 5 * 86_400_000));
    await says(await putFeed({ attributes: 'storage="local"' }), '1 neuer Beitrag seit Ihrem letzten Besuch');
    clearFeeds();
    purgeDevice('feed');
    const feed = await putFeed();
    await appears(feed, '[name=q]');
    expect(textOf(feed)).not.to.contain('seit Ihrem letzten Besuch');
    expect(all(feed, '.fresh')).to.deep.equal([]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('vr:feed'))).to.deep.equal([]);
  });

  it('tells programs where each post was written', async () => {
    const feed = await putFeed();
    await waitUntil(() => feed.querySelector('script') !== null, 'the list for programs');
    const list = JSON.parse(feed.querySelector('script')!.textContent ?? '') as { itemListElement: { url: string }[] };
    expect(list.itemListElement[0]?.url).to.equal('https://blog.lindenhafen.example/sitzungsvorlagen');
    expect(list.itemListElement).to.have.length(SAMPLE_POSTS.length - 1);
  });

  it('offers to write to those who may, and to nobody else', async () => {
    const feed = await putFeed({ backend: writableOf(SAMPLE_POSTS) });
    (await control(feed, 'Meine Beiträge')).click();
    await appears(feed, 'vr-post-desk');
    (await control(feed, 'Zurück zu den Beiträgen')).click();
    (await control(feed, 'Erfahrungsbericht schreiben')).click();
    await appears(feed, 'vr-post-editor');
    clearFeeds();
    const reader = await putFeed();
    await appears(reader, '[name=q]');
    expect(textOf(reader)).not.to.contain('schreiben');
  });

  it('names a source that is silent, keeps old contents with their age, and says what is wrong', async () => {
    const partly = await putFeed({
      backend: postsOf(SAMPLE_POSTS, [{ code: 'source-failed', source: { id: 'b', label: 'Stadt Brückfurt' } }]),
    });
    await says(partly, 'Gerade nicht erreichbar: Stadt Brückfurt.');
    const old = await putFeed({ backend: failingLater(SAMPLE_POSTS, 'timeout') });
    await says(old, 'Wie wir');
    old.reload();
    await says(old, 'Stand:');
    expect(titles(old)).to.have.length(SAMPLE_POSTS.length);
    await says(await putFeed({ backend: failing('blocked') }), 'Ihr Browser darf diese Inhalte hier nicht laden.');
    await says(await putFeed({ backend: postsOf([]) }), 'Hier steht noch kein Beitrag.');
    const waiting = await putFeed({ backend: null });
    expect(textOf(waiting)).to.equal('Zu den Berichten');
    expect(one(await putFeed({ backend: silent() }), '.base').ariaBusy).to.equal('true');
  });

  it('prints all that came, with addresses and without controls', async () => {
    const feed = await putFeed({ backend: postsOf(manyPosts(25)), attributes: 'limit="10"' });
    await appears(feed, '[name=q]');
    await emulateMedia({ media: 'print' });
    dispatchEvent(new CustomEvent('beforeprint'));
    await waitUntil(() => textOf(feed).includes('https://auental.example/aktuelles/9'), 'addresses');
    expect(all(feed, 'button, input').filter(isShown)).to.deep.equal([]);
    expect(textOf(feed)).to.contain('Hier stehen 10 von 25 Beiträgen.');
    dispatchEvent(new CustomEvent('afterprint'));
  });
});
