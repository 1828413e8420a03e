import { expect } from '@open-wc/testing';
import { purgeDevice } from '../../../src/internal/device-store.ts';
import type { VrPostPage } from '../../../src/elements/blog-feed/post-page/vr-post-page.ts';
import '../../../src/elements/blog-feed/post-page/vr-post-page.define.ts';
import type { ShareDetail } from '../../../src/elements/blog-feed/post-share/events.ts';
import { untrustedHtml } from '../../../src/model/common.ts';
import { OWN_REPORT, REPORT } from '../../../stories/blog-feed/sample-article.ts';
import { SAMPLE_POSTS } from '../../../stories/blog-feed/sample-posts.ts';
import { all, byName, focused, isShown, one, textOf } from '../support/deep.ts';
import { waitUntil } from '../support/wait-until.ts';

const SHARE = 'mail copy mastodon linkedin threema print';
const { open: realOpen, print: realPrint } = window;
let page: VrPostPage;

async function put(properties: Partial<VrPostPage>): Promise<VrPostPage> {
  page = Object.assign(document.createElement('vr-post-page'), { allowsImage: () => true }, properties);
  document.body.append(page);
  await page.updateComplete;
  return page;
}

const says = (text: string | RegExp): Promise<void> =>
  waitUntil(
    () => (typeof text === 'string' ? textOf(page).includes(text) : text.test(textOf(page))),
    `says ${String(text)}`,
  );
const headings = (): string[] =>
  all(page, '[role=heading], h1, h2, h3, h4, h5, h6').map(
    (each) => `${each.getAttribute('aria-level') ?? each.localName[1]} ${each.textContent?.trim()}`,
  );
const button = async (name: string): Promise<HTMLElement> => {
  await waitUntil(
    () => all(page, '.button, .link').some((each) => isShown(each) && each.textContent?.includes(name)),
    `offers ${name}`,
  );
  return byName(page, new RegExp(name), '.button, .link');
};

describe('<vr-post-page>', () => {
  afterEach(() => {
    page.remove();
    purgeDevice();
    Object.assign(window, { open: realOpen, print: realPrint });
  });

  it('reads a report by its chapters, says what it compares by and where it comes from', async () => {
    await put({ post: REPORT, ideaUrl: 'https://lindenhafen.example/ideen' });
    await says('Gestrichen hat niemand');
    expect(headings()).to.deep.equal([
      '2 Wie wir Sitzungsvorlagen halbiert haben',
      '3 Unsere Ausgangslage',
      '3 So sind wir vorgegangen',
      '4 Die vier Fragen',
      '3 Ergebnis',
      '3 Stolpersteine',
      '3 Kontakt',
      '3 Zitieren',
    ]);
    await says('Größe der Kommune Mittelstadt, unter 100.000');
    await says('Stand der Umsetzung Im Alltag');
    await says(/auch auf\s+Mastodon/);
    await says(
      'Mara Kestner: Wie wir Sitzungsvorlagen halbiert haben. Stadt Lindenhafen, 12. März 2027. https://blog.lindenhafen.example/sitzungsvorlagen (Lizenz: CC BY 4.0)',
    );
    const links = all<HTMLAnchorElement>(page, 'a').map(({ href }) => href);
    expect(links).to.include('https://lindenhafen.example/ideen#vr-idea=vorlagen');
    expect(links).to.include('https://blog.lindenhafen.example/sitzungsvorlagen');
    expect(links).to.include('https://blog.lindenhafen.example/werkstatt');
    (await button('Stolpersteine')).click();
    expect(focused()?.textContent).to.contain('Stolpersteine');
    expect(all(page, 'vr-post-share'), 'sharing is off by default').to.have.length(0);
    expect(page.querySelector('script'), 'the credit belongs to the original').to.equal(null);
    await expect(page).to.be.accessible();
  });

  it('reads what was written here: Markdown, pictures, the way to change it, data for programs', async () => {
    const edits: unknown[] = [];
    await put({ post: OWN_REPORT, editable: true });
    page.addEventListener('vr-post-edit', ({ detail }) => edits.push(detail.id));
    await waitUntil(() => all(page, 'strong')[0]?.textContent === 'müssen', 'Markdown is text');
    expect(headings()).to.include.members(['3 Ausgangslage', '3 Weitere Bilder']);
    expect(all<HTMLImageElement>(page, 'img').map(({ alt }) => alt)).to.deep.equal([
      'Ein Rathaus mit hellen Fenstern im Morgenlicht',
      'Der Stehtisch neben der Kasse',
    ]);
    const data = JSON.parse(page.querySelector('script')?.textContent ?? '{}') as Record<string, unknown>;
    expect(data).to.include({ '@type': 'BlogPosting', headline: 'Ein Sprechtag im Supermarkt', wordCount: 420 });
    (await button('Bearbeiten')).click();
    expect(edits).to.deep.equal(['eigener']);
    page.post = { ...OWN_REPORT, state: 'pending' };
    await says('Liegt zur Prüfung vor');
    expect(page.querySelector('script')).to.equal(null);
    expect(textOf(page)).not.to.contain('Zitieren');
    await expect(page).to.be.accessible();
  });

  it('leads on where the text is elsewhere, and says why it is not here', async () => {
    const post = SAMPLE_POSTS[1]!;
    await put({ post, partial: true });
    await says('Der Text wird geladen.');
    page.partial = false;
    await says('Den ganzen Text lesen Sie auf auental.example.');
    expect(byName<HTMLAnchorElement>(page, /Weiterlesen auf auental/, 'a').href).to.equal(post.url);
    page.problem = 'Die Quelle antwortet gerade nicht.';
    await says('Die Quelle antwortet gerade nicht.');
    page.problem = '';
    page.post = { ...post, id: 'x', isProtected: true };
    await says('mit einem Passwort geschützt');
    page.post = { ...post, id: 'y', url: 'javascript:alert(1)', image: { url: 'https://other.example/x.png' } };
    page.allowsImage = () => false;
    await says('Die Quelle gibt nur diesen Anfang weiter.');
    expect(all(page, 'a[href^="javascript"], img')).to.have.length(0);
  });

  it('keeps what somebody is warned of folded, and marks a foreign language', async () => {
    const text = untrustedHtml('<p>بعد تسعة أشهر توقفنا.</p>');
    await put({ post: { ...SAMPLE_POSTS[3]!, title: 'ما تعلمناه', lang: 'ar', content: text } });
    await says('Inhaltswarnung: Streit im Team');
    expect(isShown(one(page, '.inside'))).to.equal(false);
    one(page, 'summary').click();
    await waitUntil(() => isShown(one(page, '.inside')), 'opens');
    expect(one(page, '.title').lang).to.equal('ar');
    await says('بعد تسعة');
    expect(getComputedStyle(one(one(page, 'vr-rich-text'), 'p')).direction).to.equal('rtl');
    await expect(page).to.be.accessible();
  });

  describe('hands a post on', () => {
    it('by plain links that ask nobody before they are used', async () => {
      const before = performance.getEntriesByType('resource').length;
      await put({ post: REPORT, share: SHARE, allowsImage: () => false });
      await button('Threema');
      const url = encodeURIComponent(REPORT.url!);
      const links = all<HTMLAnchorElement>(one(page, 'vr-post-share'), 'a').map(({ href }) => href);
      expect(links.map((href) => href.split('?')[0])).to.deep.equal([
        'mailto:',
        'https://www.linkedin.com/sharing/share-offsite/',
        'https://threema.id/compose',
      ]);
      for (const href of links) expect(href).to.contain(url);
      const asked = performance.getEntriesByType('resource').slice(before);
      expect(asked.filter(({ name }) => new URL(name).host !== location.host)).to.deep.equal([]);
      await expect(page).to.be.accessible();
    });

    it('tells the page, which may do it itself', async () => {
      const told: ShareDetail[] = [];
      await put({ post: REPORT, share: SHARE });
      let printed = 0;
      window.print = () => void printed++;
      (await button('Drucken')).click();
      expect(printed).to.equal(1);
      page.addEventListener('vr-share', (event) => {
        told.push(event.detail);
        event.preventDefault();
      });
      (await button('Drucken')).click();
      (await button('LinkedIn')).click();
      (await button('Link kopieren')).click();
      expect(printed).to.equal(1);
      expect(told.map(({ service }) => service)).to.deep.equal(['print', 'linkedin', 'copy']);
      expect(told[0]).to.include({ id: REPORT.id, title: REPORT.title, url: REPORT.url });
    });

    it('asks once for the Mastodon server, and remembers it only on wish', async () => {
      const opened: string[] = [];
      window.open = (url) => {
        opened.push(String(url));
        return null;
      };
      await put({ post: REPORT, share: 'mastodon', storage: 'local' });
      (await button('Mastodon')).click();
      await waitUntil(() => focused()?.getAttribute('name') === 'server', 'asks');
      const field = (): HTMLInputElement => one<HTMLInputElement>(page, '[name=server]');
      field().value = 'kein server';
      (await button('Weiter zu Mastodon')).click();
      await says('Das ist keine Adresse eines Servers.');
      await expect(page).to.be.accessible();
      field().value = '@mara@Social.Lindenhafen.example';
      (await button('Weiter zu Mastodon')).click();
      expect(opened[0]).to.match(/^https:\/\/social\.lindenhafen\.example\/share\?text=Wie%20wir/);
      await says('Ihr Mastodon-Server: social.lindenhafen.example');
      expect(localStorage).to.have.length(0);
      (await button('Anderer Server')).click();
      await waitUntil(() => all(page, '[name=remember]').length === 1);
      one(page, '[name=remember]').click();
      (await button('Weiter zu Mastodon')).click();
      page.remove();
      await put({ post: REPORT, share: 'mastodon', storage: 'local' });
      await button('Server vergessen');
      expect(one<HTMLAnchorElement>(one(page, 'vr-post-share'), 'a').href).to.contain(
        'social.lindenhafen.example/share',
      );
      (await button('Server vergessen')).click();
      await says('nicht mehr gemerkt');
      expect(localStorage).to.have.length(0);
    });
  });
});
