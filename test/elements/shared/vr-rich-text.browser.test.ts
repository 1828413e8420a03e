import { expect, nextFrame } from '@open-wc/testing';
import { untrustedHtml } from '../../../src/model/common.ts';
import type { VrRichText } from '../../../src/elements/shared/vr-rich-text.ts';
import '../../../src/elements/shared/vr-rich-text.define.ts';
import { all, one, textOf } from '../support/deep.ts';
import { loadPayloads, PAYLOADS_MISSING } from './support/payloads.ts';
import { waitUntil } from '../support/wait-until.ts';

const payloads = await loadPayloads();

type Sanitizing = { setHTML?: unknown };

let text: VrRichText;

async function put(content: string, base?: string): Promise<VrRichText> {
  text = document.createElement('vr-rich-text');
  text.content = untrustedHtml(content);
  text.base = base;
  document.body.append(text);
  await text.updateComplete;
  return text;
}

/** The cleaned contents, once they are there. */
async function cleaned(content: string, base?: string): Promise<HTMLElement> {
  await put(content, base);
  const target = one(text, '.text');
  if (target.hasAttribute('data-html') && content.replace(/<[^>]*>/g, '').trim()) {
    await waitUntil(() => target.childNodes.length > 0, `cleans ${content.slice(0, 80)}`);
  }
  return target;
}

/** Runs a test by the browser's own sanitizer, and by DOMPurify where the browser had none. */
function byBothWays(name: string, test: () => Promise<void>): void {
  it(`${name} (Element.setHTML)`, async function () {
    if (!('setHTML' in Element.prototype)) this.skip();
    await test();
  }).timeout(120_000);
  it(`${name} (DOMPurify)`, async () => {
    const own = Object.getOwnPropertyDescriptor(Element.prototype, 'setHTML');
    if (own) delete (Element.prototype as Sanitizing).setHTML;
    try {
      await test();
    } finally {
      if (own) Object.defineProperty(Element.prototype, 'setHTML', own);
    }
  }).timeout(120_000);
}

const ELEMENTS =
  /^(a|abbr|b|blockquote|br|caption|cite|code|dd|del|dfn|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|strong|sub|sup|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var)$/;
const ATTRIBUTES = /^(class|colspan|data-html|datetime|dir|href|lang|rel|rowspan)$/;

/** What must not be there, in words; nothing where all is clean. */
function faults(root: Element): string[] {
  return all(root, '*').flatMap((element) => {
    const found = ELEMENTS.test(element.localName) ? [] : [`<${element.localName}>`];
    for (const { name, value } of [...element.attributes]) {
      if (!ATTRIBUTES.test(name)) found.push(`${name}="${value}"`);
      if (name === 'href' && !/^(https?|mailto|tel):/.test((element as HTMLAnchorElement).href))
        found.push(`href=${value}`);
    }
    return found;
  });
}

describe('<vr-rich-text>', () => {
  afterEach(() => text.remove());

  it('has no fault that axe finds', async () => {
    await cleaned('<h2>Titel</h2><p>Text <a href="https://a.example">Verweis</a></p><ul><li>eins</li></ul>');
    await expect(text).to.be.accessible();
  });

  it('shows plain text with its paragraphs, lines and links', async () => {
    await put('Erster Absatz,\nzweite Zeile.\n\nMehr: https://a.example/x.');
    expect(all(text, 'p')).to.have.length(2);
    expect(all(text, 'br')).to.have.length(1);
    const link = one<HTMLAnchorElement>(text, 'a');
    expect(link.href).to.equal('https://a.example/x');
    expect(link.rel).to.contain('nofollow').and.to.contain('noopener');
  });

  it('takes signs of mathematics for text', async () => {
    await put('a < b & c > d');
    expect(textOf(text)).to.equal('a < b & c > d');
  });

  it('shows new text in place of the old', async () => {
    await cleaned('<p>Alt</p>');
    text.content = untrustedHtml('Neu, ohne HTML');
    await text.updateComplete;
    await waitUntil(() => textOf(text) === 'Neu, ohne HTML');
    text.content = untrustedHtml('<b>Wieder HTML</b>');
    await waitUntil(() => textOf(text) === 'Wieder HTML');
    text.content = undefined;
    await waitUntil(() => textOf(text) === '');
  });

  byBothWays('keeps what its words and addresses say of handlers and styles', async () => {
    const target = await cleaned(
      '<p style="margin:0" onclick="a > b">In <code>onclick="x"</code> und style=rot steht es.</p><a href="/a?style=1&amp;on=2"onclick=x>Mehr</a>',
      'https://blog.example/',
    );
    expect(target.innerHTML).to.equal(
      '<p>In <code>onclick="x"</code> und style=rot steht es.</p><a href="https://blog.example/a?style=1&amp;on=2" rel="noopener noreferrer nofollow ugc">Mehr</a>',
    );
  });

  byBothWays('keeps what gives text its shape', async () => {
    const root = await cleaned(
      '<h3>Titel</h3><p>Ein <strong>wichtiger</strong> <em>Text</em><br>mit <code>Code</code></p><ul><li>eins</li></ul><table><tr><td colspan="2">Zelle</td></tr></table><blockquote>Zitat</blockquote>',
    );
    for (const name of ['h3', 'strong', 'em', 'br', 'code', 'ul', 'li', 'table', 'blockquote']) {
      expect(root.querySelector(name), name).to.exist;
    }
    expect(root.querySelector('td')?.colSpan).to.equal(2);
  });

  byBothWays('unwraps what is only a box, and keeps its text', async () => {
    const root = await cleaned(
      '<div><section><span style="color:red">Text</span> <font size="7">groß</font></section></div>',
    );
    expect(textOf(root)).to.equal('Text groß');
    expect(faults(root)).to.deep.equal([]);
  });

  byBothWays('drops scripts, styles, frames, forms, images and handlers', async () => {
    const root = await cleaned(
      '<p onclick="alert(1)" style="position:fixed" id="x" class="y" data-z="1">Rest</p><script>alert(1)</script><style>*{display:none}</style><iframe src="https://a.example"></iframe><img src="https://a.example/x.png" onerror="alert(1)"><form action="https://a.example"><input></form><svg><a href="javascript:alert(1)">x</a></svg><math><mtext>y</mtext></math>',
    );
    expect(faults(root)).to.deep.equal([]);
    expect(root.querySelector('p')?.attributes).to.have.length(0);
  });

  byBothWays('keeps links to web, mail and telephone, and takes the address from all others', async () => {
    const root = await cleaned(
      [
        'https://a.example/',
        'mailto:a@b.example',
        'tel:+49123',
        'javascript:alert(1)',
        'java\tscript:alert(1)',
        'data:text/html,x',
        'vbscript:x',
        'blob:https://a.example/1',
        'file:///etc/passwd',
        '#anker',
        'relativ',
      ]
        .map((href) => `<a href="${href}" target="_top" onclick="x">Link</a>`)
        .join(' '),
    );
    const links = [...root.querySelectorAll('a')];
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://a.example/',
      'mailto:a@b.example',
      'tel:+49123',
      ...new Array<null>(8).fill(null),
    ]);
    for (const link of links.slice(0, 3)) expect(link.rel).to.equal('noopener noreferrer nofollow ugc');
  });

  byBothWays('resolves relative links against the source', async () => {
    const root = await cleaned(
      '<a href="../mehr">Mehr</a> <a href="//b.example/x">B</a>',
      'https://a.example/kalender/eins',
    );
    expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://a.example/mehr',
      'https://b.example/x',
    ]);
  });

  byBothWays('makes no link to the source out of one that had to go', async () => {
    const root = await cleaned(
      '<a href="javascript:alert(1)">eins</a> <a href="">zwei</a> <a name="x">drei</a>',
      'https://a.example/kalender/eins',
    );
    expect(root.querySelectorAll('a[href]')).to.have.length(0);
    expect(textOf(root)).to.equal('eins zwei drei');
  });

  byBothWays('shows pictures of allowed hosts alone, lazily and without telling them where', async () => {
    text = Object.assign(document.createElement('vr-rich-text'), {
      content:
        untrustedHtml(`<p>Vorher <img src="/gut.png" alt="Ein Rathaus" width="600" height="400" onerror="alert(1)"
        style="position:fixed" srcset="https://b.example/x.png 2x" sizes="1px" class="x"></p>
        <figure><a href="http://127.0.0.1:9/gross.png"><img src="data:image/gif;base64,R0" data-lazy-src="gut2.png"></a>
        <figcaption>Bleibt</figcaption></figure>
        <figure><img src="https://b.example/fremd.png" alt="x"><figcaption>Fort</figcaption></figure>
        <p><a href="https://b.example/"><img src="https://b.example/2.png"></a></p>
        <p>Text <img src="http://127.0.0.1:9/zaehler.gif" width="1" height="1"><img src="javascript:alert(1)"><img></p>`),
      base: 'http://127.0.0.1:9/blog/eins',
      allowsImage: (url: string) => url.startsWith('http://127.0.0.1:9/'),
    });
    document.body.append(text);
    await waitUntil(() => all(text, 'p').length > 0, 'cleans');
    const images = all<HTMLImageElement>(text, 'img');
    expect(
      images.map((image) => [...image.attributes].map(({ name, value }) => `${name}=${value}`).join(' ')),
    ).to.deep.equal([
      'loading=lazy decoding=async referrerpolicy=no-referrer alt=Ein Rathaus width=600 height=400 src=http://127.0.0.1:9/gut.png',
      'loading=lazy decoding=async referrerpolicy=no-referrer alt= src=http://127.0.0.1:9/blog/gut2.png',
    ]);
    expect(textOf(text).replace(/\s+/g, ' ').trim()).to.equal('Vorher Bleibt Text');
    expect(all(text, 'a, figure')).to.have.length(1);
    await expect(text).to.be.accessible();
  });

  byBothWays('sets headings below the one that they stand under, and heads nothing with an empty cell', async () => {
    text = Object.assign(document.createElement('vr-rich-text'), {
      content: untrustedHtml('<h1 dir="ltr">A</h1><h3>B</h3><h6>C</h6><table><tr><th></th><th>x</th></tr></table>'),
      headingLevel: 4,
    });
    document.body.append(text);
    await waitUntil(() => all(text, 'h4').length > 0, 'cleans');
    expect(all(text, 'h1, h2, h3, h4, h5, h6').map(({ outerHTML }) => outerHTML)).to.deep.equal([
      '<h4 dir="ltr">A</h4>',
      '<h6>B</h6>',
      '<h6>C</h6>',
    ]);
    expect(all(text, 'td, th').map(({ localName }) => localName)).to.deep.equal(['td', 'th']);
  });

  byBothWays('asks nothing of other servers', async () => {
    const before = performance.getEntriesByType('resource').length;
    await cleaned(
      '<p>Text</p><img src="http://127.0.0.1:9/x.png"><link rel="stylesheet" href="http://127.0.0.1:9/x.css"><video poster="http://127.0.0.1:9/p.png"></video><body background="http://127.0.0.1:9/b.png">',
    );
    const asked = performance.getEntriesByType('resource').slice(before);
    expect(asked.filter(({ name }) => name.includes(':9/'))).to.have.length(0);
  });

  describe('against known attacks', () => {
    if (payloads.length === 0) {
      it.skip(`lets no payload run (${PAYLOADS_MISSING})`);
      return;
    }

    byBothWays(`lets none of ${payloads.length} payloads run or stay`, async () => {
      const { alert, prompt, confirm } = window;
      const { href } = location;
      const { title } = document;
      const run: string[] = [];
      const stayed: string[] = [];
      let now = '';
      window.alert =
        window.prompt =
        window.confirm =
          () => {
            run.push(now);
            return undefined as never;
          };
      try {
        for (const { id, payload } of payloads) {
          now = id;
          // The mark makes sure that the text is taken for HTML.
          await put(`<b>·</b>${payload}`);
          const target = one(text, '.text');
          for (let turn = 0; turn < 200 && target.childNodes.length === 0; turn++) {
            await new Promise((go) => setTimeout(go));
          }
          const left = faults(target);
          if (left.length > 0) stayed.push(`${id}: ${left.join(' ')}`);
          for (const element of target.querySelectorAll<HTMLElement>('*')) {
            element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
            element.focus();
          }
          text.remove();
        }
        // What was put off to a timer or a load that failed has its turn.
        for (let frame = 0; frame < 10; frame++) await nextFrame();
      } finally {
        Object.assign(window, { alert, prompt, confirm });
      }
      expect(stayed.slice(0, 10)).to.deep.equal([]);
      expect(run).to.deep.equal([]);
      expect(location.href).to.equal(href);
      expect(document.title).to.equal(title);
    });
  });

  describe('under Trusted Types', () => {
    for (const [way, before] of [
      ['Element.setHTML', ''],
      ['DOMPurify', 'delete Element.prototype.setHTML;'],
    ]) {
      it(`cleans by ${way} with the two policies that the page allows`, async () => {
        const frame = document.createElement('iframe');
        frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types lit-html vr">
          <script type="module">
            ${before}
            await import('/src/elements/shared/vr-rich-text.define.ts');
            const text = document.createElement('vr-rich-text');
            text.content = '<p>Gut</p><img src=x onerror=alert(1)>';
            document.body.append(text);
          </script>`;
        document.body.append(frame);
        text = document.createElement('vr-rich-text');
        try {
          const inside = (): Element | null | undefined =>
            frame.contentDocument?.querySelector('vr-rich-text')?.shadowRoot?.querySelector('.text');
          await waitUntil(() => inside()?.textContent === 'Gut', 'cleans');
          expect(inside()?.querySelector('img')).to.equal(null);
        } finally {
          frame.remove();
        }
      });
    }
  });
});
