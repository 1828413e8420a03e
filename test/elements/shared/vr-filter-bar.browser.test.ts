import { expect } from '@open-wc/testing';
import type { FilterField, VrFilterBar } from '../../../src/elements/shared/vr-filter-bar.ts';
import '../../../src/elements/shared/vr-filter-bar.define.ts';
import { all, byName, focused, isShown, one } from '../support/deep.ts';
import { press, type } from '../support/keys.ts';

const FIELDS: readonly FilterField[] = [
  {
    name: 'kind',
    label: 'Art',
    value: '',
    options: [
      { value: 'camp', label: 'Camp', count: 1 },
      { value: 'workshop', label: 'Workshop', count: 4 },
    ],
  },
  { name: 'org', label: 'Verwaltung', value: '', options: [{ value: 'a', label: 'Stadt', count: 3 }] },
];

let column: HTMLDivElement;
let bar: VrFilterBar;
let told: [string, string][];

async function put(values: Partial<VrFilterBar> = {}, width = 900): Promise<void> {
  column = document.createElement('div');
  column.style.inlineSize = `${width}px`;
  bar = Object.assign(document.createElement('vr-filter-bar'), { fields: FIELDS, ...values });
  column.append(bar);
  document.body.append(column);
  told = [];
  bar.addEventListener('vr-filter-change', ({ detail: { name, value } }) => told.push([name, value]));
  await bar.updateComplete;
}

describe('<vr-filter-bar>', () => {
  afterEach(() => column.remove());

  it('has no fault that axe finds, wide and narrow', async () => {
    for (const width of [900, 300]) {
      await put({}, width);
      all(bar, '.fold').filter(isShown)[0]?.click();
      await bar.updateComplete;
      await expect(bar).to.be.accessible();
      column.remove();
    }
    await put();
  });

  it('is a search with labelled fields; what has only one value is no choice', async () => {
    await put();
    expect(one(bar, '[role=search]').getAttribute('aria-label')).to.equal('Filter');
    const labels = all<HTMLSelectElement>(bar, 'select').map(
      (field) => field.labels[0]?.querySelector('.label')?.textContent,
    );
    expect(labels).to.deep.equal(['Art']);
    expect([...one<HTMLSelectElement>(bar, 'select').options].map((option) => option.text.trim())).to.deep.equal([
      'Alle',
      'Camp (1)',
      'Workshop (4)',
    ]);
  });

  it('keeps a field with one value where that is chosen, so that it can be taken back', async () => {
    await put({ fields: [{ ...FIELDS[1]!, value: 'a' }] });
    expect(one<HTMLSelectElement>(bar, 'select').value).to.equal('a');
  });

  it('tells what is chosen by keyboard', async () => {
    await put();
    one(bar, 'select').focus();
    await press('w');
    expect(told).to.deep.equal([['kind', 'workshop']]);
  });

  it('tells what is typed, letter by letter', async () => {
    await put();
    one(bar, 'input').focus();
    await type('ab');
    expect(told).to.deep.equal([
      ['q', 'a'],
      ['q', 'ab'],
    ]);
  });

  it('does not leave the page by Enter', async () => {
    await put();
    const { href } = location;
    one(bar, 'input').focus();
    await press('Enter');
    expect(location.href).to.equal(href);
  });

  it('takes everything back at once and goes to the first field', async () => {
    await put({ q: 'x', fields: [{ ...FIELDS[0]!, value: 'camp' }] });
    byName(bar, 'Filter zurücksetzen').click();
    expect(told).to.deep.equal([
      ['q', ''],
      ['kind', ''],
    ]);
    expect(focused()?.localName).to.equal('select');
  });

  it('has nothing to take back where nothing is chosen', async () => {
    await put();
    expect(all(bar, '.reset')).to.have.length(0);
  });

  it('stands behind a button in a narrow column, which says how many are in use', async () => {
    await put({ q: 'x', fields: [{ ...FIELDS[0]!, value: 'camp' }] }, 300);
    const fold = byName(bar, /^Filter/, '.fold');
    expect(fold.textContent?.trim()).to.equal('Filter (2)');
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    expect(isShown(one(bar, 'form'))).to.equal(false);
    fold.focus();
    await press('Enter');
    expect(fold.getAttribute('aria-expanded')).to.equal('true');
    expect(isShown(one(bar, 'form'))).to.equal(true);
  });
});
