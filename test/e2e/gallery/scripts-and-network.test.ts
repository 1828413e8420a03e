import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { NOW } from '../support/now.ts';
import { Gallery } from './support/gallery.ts';
import type { GalleryPage } from './support/gallery-page.ts';

const LINKS = ['Alle Termine als Kalenderdatei', 'Öffentliche Ideen (Atom)', 'Idee per E-Mail einreichen'] as const;
const LIBRARIES = '/usr/share/javascript';

/** A word for those who read the results, where a library of others is not on this machine. */
const without = (library: string): string | false =>
  !existsSync(`${LIBRARIES}/${library}`) && `${library} is not here: apt-get install libjs-${library}`;

/** The links that the editors put into these tags are seen, and lead where they say. */
async function linksStay({ page }: GalleryPage, tags: readonly string[]): Promise<void> {
  for (const tag of tags) {
    const links = page.locator(tag).locator('a');
    assert.equal(await links.count(), 1, tag);
    assert.ok(await links.isVisible(), `the link of ${tag}`);
    assert.ok((LINKS as readonly string[]).includes(await links.innerText()), tag);
  }
}

/** The form takes what is written, and goes on. */
async function formWorks({ page }: GalleryPage): Promise<void> {
  const form = page.locator('vr-idea-submission');
  await form.scrollIntoViewIfNeeded();
  await form.getByLabel('Beschreiben Sie das Problem').fill('Formulare fragen dreimal nach derselben Adresse.');
  await form.getByRole('button', { name: 'Weiter zu Ihrer Idee' }).click();
  await form.getByLabel('Titel').waitFor();
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Layout shifts (Layout Instability API) that no input has caused: all of them, and what of the page itself has moved. */
interface Shifts {
  sum: number;
  readonly moved: string[];
}

const TAGS = ['vr-event-calendar', 'vr-idea-board', 'vr-idea-submission'] as const;

describe("a page of the gallery, with other people's scripts", () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await Gallery.open();
  });
  after(() => gallery?.close());

  /** The console has the code, or gets it. */
  const isTold = async ({ page, watch }: GalleryPage, code: string): Promise<void> => {
    if (watch.warnings.some((text) => text.includes(code))) return;
    await page.waitForEvent('console', (message) => message.text().includes(code));
  };

  const warnedOnlyOf = ({ watch }: GalleryPage, code: string): void => {
    const others = watch.warnings.filter((text) => !text.includes(code));
    assert.deepEqual(others, []);
    assert.ok(watch.warnings.length > 0, `${code} is told`);
  };

  for (const name of ['prototype-before', 'prototype-after'] as const) {
    it(`${name}: everything works beside Prototype.js`, { skip: without('prototype') }, async () => {
      await gallery.visit(name, async (visited) => {
        assert.match(await visited.page.evaluate('Prototype.Version'), /^1\.7/);
        const isPoorer = await visited.page.evaluate(() => Array.from(new Set([1])).length === 0);
        assert.ok(isPoorer, 'the page has replaced Array.from');
        const calendar = await visited.monthWorks();
        await calendar.button('Liste').click();
        await calendar.titles.first().waitFor();
        await visited.boardWorks();
        await visited.restIsUnharmed();
        await formWorks(visited);
        assert.deepEqual(visited.watch.warnings, []);
      });
    });
  }

  it('mootools: nothing breaks, and the links stay or the widgets work', { skip: without('mootools') }, async () => {
    await gallery.visit('mootools', async (visited) => {
      assert.match(await visited.page.evaluate('MooTools.version'), /^1\./);
      await visited.monthWorks();
      await visited.boardWorks();
      await visited.restIsUnharmed();
    });
  });

  it('old-helpers: everything works where a script has made JavaScript poorer', async () => {
    await gallery.visit('old-helpers', async (visited) => {
      const isPoorer = await visited.page.evaluate(() => Array.from(new Set([1])).length === 0);
      assert.ok(isPoorer, 'the page has replaced Array.from');
      const calendar = await visited.monthWorks();
      await calendar.button('Woche').click();
      await calendar.root.locator('vr-event-week').waitFor();
      await visited.boardWorks();
      await visited.restIsUnharmed();
      assert.deepEqual(visited.watch.warnings, []);
    });
  });

  it('event-replaced: the links stay, and the console says why', async () => {
    await gallery.visit('event-replaced', async (visited) => {
      await isTold(visited, 'VR011');
      await linksStay(visited, TAGS);
      warnedOnlyOf(visited, 'VR011');
      assert.equal(await visited.page.evaluate(() => customElements.get('vr-event-calendar') === undefined), true);
      await visited.restIsUnharmed();
    });
  });

  it('amd: the widgets start, and hand themselves over to nobody', async () => {
    await gallery.visit('amd', async (visited) => {
      await visited.monthWorks();
      await visited.boardWorks();
      const taken = await visited.page.evaluate(() => {
        const { handedOver, module } = globalThis as unknown as { handedOver: string[]; module: { exports: object } };
        return [...handedOver, ...Object.keys(module.exports)];
      });
      assert.deepEqual(taken, []);
    });
  });

  it('two-copies: each widget stands there once, and the second copy is told of', async () => {
    await gallery.visit('two-copies', async (visited) => {
      await visited.monthWorks();
      await visited.boardWorks();
      assert.equal(await visited.widget('vr-event-calendar').getByRole('grid').count(), 1);
      warnedOnlyOf(visited, 'VR002');
    });
  });

  for (const [name, first] of [
    ['two-versions', /^(?!99\.)/],
    ['two-versions-reversed', /^99\./],
  ] as const) {
    it(`${name}: all widgets come from the copy that was first, told once`, async () => {
      await gallery.visit(name, async (visited) => {
        await visited.monthWorks();
        await visited.boardWorks();
        const versions = await visited.page.evaluate(() => {
          const key = Symbol.for('vr.runtime');
          const { tags } = (globalThis as unknown as Record<symbol, { tags: Map<string, string> }>)[key]!;
          return [...new Set(tags.values())];
        });
        assert.equal(versions.length, 1, `parts of ${versions.join(' and ')}`);
        assert.match(versions[0] ?? '', first);
        assert.equal(visited.watch.warnings.length, 1, visited.watch.warnings.join('\n'));
        assert.match(visited.watch.warnings[0] ?? '', /VR002.*99\.0\.0/);
      });
    });
  }

  it('extension: what was there first keeps the tag, its link stays, the others work', async () => {
    await gallery.visit('extension', async (visited) => {
      await visited.boardWorks();
      await linksStay(visited, ['vr-event-calendar']);
      await isTold(visited, 'VR002');
      assert.match(visited.watch.warnings.join(), /VR002.*<vr-event-calendar>.*another script/);
      await visited.restIsUnharmed();
    });
  });

  it('document-write: what was written into the page starts, what comes behind it too, and the rest is whole', async () => {
    await gallery.visit('document-write', async (visited) => {
      await visited.monthWorks();
      await visited.boardWorks();
      for (const link of [LINKS[0], LINKS[1]])
        assert.equal(await visited.page.getByText(link).isVisible(), false, link);
      await visited.restIsUnharmed();
      assert.deepEqual(visited.watch.warnings, []);
    });
  });

  it('early-settings: what is set before a tag is known holds, and asks each source once', async () => {
    await gallery.visit('early-settings', async (visited) => {
      const { page, watch } = visited;
      const calendar = await visited.calendar();
      assert.equal(await calendar.button('Liste').getAttribute('aria-pressed'), 'true');
      assert.equal(await calendar.root.getByRole('heading', { level: 2 }).count(), 0, 'its headings begin at 3');
      await visited.drawn(['vr-idea-board', 'vr-blog-feed']);
      assert.equal(await visited.widget('vr-idea-board').locator('vr-idea-list a[data-open]').count(), 3);
      assert.equal(await visited.widget('vr-blog-feed').getByRole('article').count(), 2);
      await page.waitForLoadState('networkidle');
      const asked = watch.requests.filter((url) => /\/api\/v1\/(events|ideas|posts)\?/.test(url));
      assert.deepEqual(asked, [...new Set(asked)]);
      await visited.boardWorks();
      await visited.restIsUnharmed();
    });
  });

  it('late-script: the link stands there for five seconds, then the month comes, and nothing moves', async () => {
    await gallery.visit(
      'late-script',
      async (visited) => {
        const { page } = visited;
        await linksStay(visited, ['vr-event-calendar']);
        await page.clock.fastForward(2000);
        await linksStay(visited, ['vr-event-calendar']);
        await page.clock.fastForward(3500);
        await visited.calendar();
        const { sum, moved } = await page.evaluate(() => (globalThis as unknown as { shifts: Shifts }).shifts);
        assert.deepEqual(moved, [], 'what the page has beside the month keeps its place');
        assert.ok(sum < 0.02, `layout shift ${sum}`);
        await visited.monthWorks();
      },
      {
        now: undefined,
        async before({ page }) {
          await page.clock.install({ time: NOW });
          await page.addInitScript(() => {
            const shifts: Shifts = { sum: 0, moved: [] };
            (globalThis as unknown as { shifts: Shifts }).shifts = shifts;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                const { value, hadRecentInput, sources } = entry as LayoutShift;
                if (hadRecentInput) continue;
                shifts.sum += value;
                // What stands in a widget is not told.
                for (const { node } of sources) if (node) shifts.moved.push(node.nodeName);
              }
            }).observe({ type: 'layout-shift', buffered: true });
          });
        },
      },
    );
  });

  it('missing-script: every link stays, and the rest is unharmed', async () => {
    await gallery.visit(
      'missing-script',
      async (visited) => {
        await visited.page.waitForLoadState('load');
        await linksStay(visited, TAGS);
        await visited.restIsUnharmed();
      },
      { expected: [/404/] },
    );
  });

  it('no-script: every link stays and leads to the contents, also where the browser itself runs no scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await gallery.visit(
        'no-script',
        async (visited) => {
          await visited.page.waitForLoadState('load');
          await linksStay(visited, TAGS);
          const link = visited.page.getByRole('link', { name: LINKS[0] });
          const answer = await visited.page.request.get(gallery.origin + String(await link.getAttribute('href')));
          assert.match(await answer.text(), /^BEGIN:VCALENDAR/);
        },
        { javaScriptEnabled, expected: [/script-src/] },
      );
    }
  });

  it('sandbox: widgets work where scripts may run but nothing may be kept, and links stay where not even that', async () => {
    await gallery.visit(
      'sandbox',
      async (visited) => {
        const { page } = visited;
        const [running, still] = [page.frameLocator('iframe').first(), page.frameLocator('iframe').nth(1)];
        await running.locator('vr-event-calendar').locator('button.title').first().waitFor();
        const form = running.locator('vr-idea-submission');
        await form.scrollIntoViewIfNeeded();
        const problem = form.getByLabel('Beschreiben Sie das Problem');
        await problem.fill('Im Rahmen geschrieben, nirgends behalten.');
        await form.getByRole('button', { name: 'Weiter zu Ihrer Idee' }).click();
        await form.getByLabel('Titel').waitFor();
        await form.getByRole('button', { name: 'Zurück' }).click();
        assert.equal(await problem.inputValue(), 'Im Rahmen geschrieben, nirgends behalten.');
        assert.equal(await form.getByText('Entwurf').count(), 0, 'nothing is promised that cannot be kept');
        const isShut = await running.locator('body').evaluate(() => {
          try {
            return globalThis.localStorage === undefined;
          } catch (error) {
            return (error as Error).name;
          }
        });
        assert.equal(isShut, 'SecurityError');
        await still.getByRole('link', { name: LINKS[0] }).waitFor();
        await still.getByRole('link', { name: LINKS[2] }).waitFor();
      },
      { expected: [/^Blocked script execution in/] },
    );
  });
});
