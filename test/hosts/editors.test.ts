import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openReader } from '../e2e/support/browser.ts';
import { hostPage } from '../e2e/support/host-page.ts';
import { startSite, type HostSite } from '../e2e/support/host-site.ts';
import { Network, type Snippets } from './support/network.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const installed = join(folder, 'node_modules');
const missing = existsSync(join(installed, 'tinymce'))
  ? undefined
  : 'the editors are not installed (npm ci in test/hosts)';

type SanitizeHtml = ((html: string, options?: object) => string) & {
  readonly defaults: { readonly allowedTags: string[]; readonly allowedAttributes: Record<string, string[]> };
};

/** In the page: what these scripts put there. */
interface EditorGlobals {
  readonly CKEDITOR: Record<string, { create(element: Element, options: object): Promise<Editor> }>;
  readonly tinymce: {
    init(options: object): Promise<readonly { getContent(): string; setContent(html: string): void }[]>;
  };
  readonly DOMPurify: { sanitize(html: string, options?: object): string };
}
interface Editor {
  setData(html: string): void;
  getData(): string;
}

/** How HTML is saved. */
interface Way {
  readonly name: string;
  readonly script?: string;
  /** Runs in the page of the editor. */
  readonly inPage?: (html: string) => Promise<string> | string;
  readonly here?: (html: string) => string;
  /** Rungs of which a reader gets live events. */
  readonly live: readonly (keyof Snippets)[];
  /** Rungs that survive as they were written. */
  readonly kept: readonly (keyof Snippets)[];
  /** Rungs of which a link stays that is no longer alone in a paragraph, so that it remains a link. */
  readonly readable?: readonly (keyof Snippets)[];
}

const sanitizeHtml = (): SanitizeHtml => createRequire(join(folder, 'package.json'))('sanitize-html') as SanitizeHtml;

const WAYS: readonly Way[] = [
  {
    name: 'CKEditor 5',
    script: 'ckeditor5/dist/browser/ckeditor5.umd.js',
    async inPage(html) {
      const { ClassicEditor, Essentials, Paragraph, Link, Heading, Bold, List, SourceEditing } = (
        globalThis as unknown as EditorGlobals
      ).CKEDITOR;
      const editor = await ClassicEditor!.create(document.querySelector('#editor')!, {
        licenseKey: 'GPL',
        plugins: [Essentials, Paragraph, Link, Heading, Bold, List, SourceEditing],
      });
      editor.setData(html);
      return editor.getData();
    },
    live: ['tag', 'mount', 'link', 'bareLink'],
    kept: ['bareLink'],
  },
  {
    name: 'CKEditor 5 that lets div and link keep what they have',
    script: 'ckeditor5/dist/browser/ckeditor5.umd.js',
    async inPage(html) {
      const { ClassicEditor, Essentials, Paragraph, Link, GeneralHtmlSupport } = (
        globalThis as unknown as EditorGlobals
      ).CKEDITOR;
      const editor = await ClassicEditor!.create(document.querySelector('#editor')!, {
        licenseKey: 'GPL',
        plugins: [Essentials, Paragraph, Link, GeneralHtmlSupport],
        htmlSupport: {
          allow: [
            { name: 'div', classes: ['vr-mount'], attributes: /^data-vr-/ },
            { name: 'a', classes: ['vr-embed'], attributes: /^data-vr-/ },
          ],
        },
      });
      editor.setData(html);
      return editor.getData();
    },
    live: ['tag', 'mount', 'link', 'bareLink'],
    kept: ['mount', 'link', 'bareLink'],
  },
  {
    name: 'TinyMCE',
    script: 'tinymce/tinymce.min.js',
    async inPage(html) {
      const [editor] = await (globalThis as unknown as EditorGlobals).tinymce.init({
        selector: '#editor',
        license_key: 'gpl',
        convert_urls: false,
      });
      editor!.setContent(html);
      return editor!.getContent();
    },
    live: ['tag', 'mount', 'link', 'bareLink'],
    kept: ['mount', 'link', 'bareLink'],
  },
  {
    name: 'TinyMCE that knows our tag',
    script: 'tinymce/tinymce.min.js',
    async inPage(html) {
      const [editor] = await (globalThis as unknown as EditorGlobals).tinymce.init({
        selector: '#editor',
        license_key: 'gpl',
        convert_urls: false,
        custom_elements: 'vr-event-calendar',
        extended_valid_elements: 'vr-event-calendar[*]',
      });
      editor!.setContent(html);
      return editor!.getContent();
    },
    live: ['tag', 'mount', 'link', 'bareLink'],
    kept: ['tag', 'mount', 'link', 'bareLink'],
  },
  {
    name: 'DOMPurify',
    script: 'dompurify/dist/purify.min.js',
    inPage: (html) => (globalThis as unknown as EditorGlobals).DOMPurify.sanitize(html),
    live: ['mount', 'link', 'bareLink'],
    kept: ['mount', 'link', 'bareLink'],
    readable: ['tag'],
  },
  {
    name: 'DOMPurify that knows our tags',
    script: 'dompurify/dist/purify.min.js',
    inPage: (html) =>
      (globalThis as unknown as EditorGlobals).DOMPurify.sanitize(html, {
        CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^vr-/, attributeNameCheck: /^(src|view)$/ },
        ALLOWED_URI_REGEXP:
          /^(?:[a-z][a-z0-9-]*\+)?(?:https?|webcals?|mailto|tel):|^[^a-z]|^[a-z+.-]+(?:[^a-z+.\-:]|$)/i,
      }),
    live: ['tag', 'mount', 'link', 'bareLink'],
    kept: ['tag', 'mount', 'link', 'bareLink'],
  },
  {
    name: 'sanitize-html',
    here: (html) => sanitizeHtml()(html),
    live: ['mount', 'link', 'bareLink'],
    kept: ['bareLink'],
    readable: ['tag'],
  },
  {
    name: 'sanitize-html that knows our tag',
    here: (html) => {
      const clean = sanitizeHtml();
      return clean(html, {
        allowedTags: [...clean.defaults.allowedTags, 'vr-event-calendar'],
        allowedAttributes: { ...clean.defaults.allowedAttributes, 'vr-event-calendar': ['src', 'view'] },
        allowedSchemesAppliedToAttributes: ['href'],
      });
    },
    live: ['tag', 'bareLink'],
    kept: ['tag', 'bareLink'],
  },
];

describe('pages saved through', { skip: missing ?? false }, () => {
  let network: Network;
  let site: HostSite;
  before(async () => {
    network = await Network.start();
    site = await startSite();
  });
  after(async () => {
    await site?.close();
    await network?.close();
  });

  /** The editor's page, opened once for each way. */
  const openEditor = async (script: string): Promise<{ page: Page; close: () => Promise<void> }> => {
    site.put('/redaktion', {
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body: `<!doctype html><html lang="de"><meta charset="utf-8"><title>Redaktion</title><div id="editor"></div><script src="/editor/${script}"></script></html>`,
    });
    const [name] = script.split('/');
    const { page, context } = await openReader(network.browser);
    await page.route('**/editor/**', (route) => {
      const file = new URL(route.request().url()).pathname.slice('/editor/'.length);
      const path = join(installed, file);
      return file.startsWith(`${name}/`) && existsSync(path)
        ? route.fulfill({ path })
        : route.fulfill({ status: 404, body: '' });
    });
    await page.goto(`${site.origin}/redaktion`);
    return { page, close: () => context.close() };
  };

  for (const { name, script, inPage, here, live, kept, readable = [] } of WAYS) {
    it(`${name}: ${live.join(', ')} show events to a reader`, async () => {
      const saved = new Map<keyof Snippets, string>();
      for (const rung of new Set([...live, ...kept, ...readable])) {
        const html = `<p>Was ansteht:</p>${network.snippets[rung]}<p>Bis bald.</p>`;
        if (here) {
          saved.set(rung, here(html));
          continue;
        }
        const { page, close } = await openEditor(script!);
        saved.set(rung, await page.evaluate(inPage!, html));
        await close();
      }
      const survives = [...saved].flatMap(([rung, html]) =>
        html.replace(/\s+/g, ' ').includes(network.snippets[rung].replace(/<\/?p>/g, '')) ? [rung] : [],
      );
      assert.deepEqual(survives, [...kept], JSON.stringify([...saved], undefined, 1));
      const put = (rung: keyof Snippets): string =>
        site.put(`/${rung}`, hostPage({ head: network.script(network.links), body: saved.get(rung)! }));
      for (const rung of live) await network.assertLive(put(rung));
      for (const rung of readable) await network.assertLink(put(rung));
    });
  }

  it('none of them: a page that lost everything but the link still leads to the events', async () => {
    const address = site.put('/nur-link', hostPage({ body: network.snippets.bareLink }));
    await network.assertLink(address);
  });
});
