import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { ADAPTERS } from '../../../src/backend/adapter-registry.ts';
import { IDEA_STAGES } from '../../../src/model/idea.ts';
import { fieldsOf, KINDS, settingsOf, WIDGETS, WORDS, type Field } from './builder.ts';

const manifest = JSON.parse(
  readFileSync(new URL('../../../custom-elements.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;
/** Fields that nobody has German words for: they appear all the same. */
const withoutWords = (of: Readonly<Record<string, unknown>>, tag: string): string[] =>
  fieldsOf(of, tag)
    .filter(({ name, label, options }) => label === name || options.some((option) => option.label === option.value))
    .map(({ name }) => name);
const fieldOf = (tag: string, name: string): Field => {
  const field = fieldsOf(manifest, tag).find((each) => each.name === name);
  assert.ok(field, `${tag} has a field ${name}`);
  return field;
};
const values = ({ options }: Field): string[] => options.map(({ value }) => value);

/** A manifest that nobody has words for. */
const madeUp = (attributes: readonly object[], members: readonly object[] = []): Readonly<Record<string, unknown>> => ({
  modules: [{ declarations: [{ tagName: 'vr-blog-feed', attributes, members }] }],
});
const onlyField = (attribute: object): Field => fieldsOf(madeUp([attribute]), 'vr-blog-feed')[0]!;

describe('the form of the embed builder', () => {
  for (const { id } of WIDGETS) {
    it(`has a field for each setting of vr-${id}, with German words for all of them`, () => {
      const fields = fieldsOf(manifest, `vr-${id}`);
      assert.ok(fields.length >= 7, `${fields.length} fields`);
      assert.deepEqual(withoutWords(manifest, `vr-${id}`), []);
      assert.ok(!fields.some(({ name }) => ['src', 'labels', 'backend'].includes(name)), 'the source has its own step');
    });
  }

  it('has no words left over for attributes that no widget has', () => {
    const all = new Map(WIDGETS.map(({ id }) => [`vr-${id}`, fieldsOf(manifest, `vr-${id}`).map(({ name }) => name)]));
    for (const [tag, words] of Object.entries(WORDS)) {
      const known = tag === '*' ? [...all.values()].flat() : (all.get(tag) ?? []);
      assert.deepEqual(
        Object.keys(words).filter((name) => !known.includes(name)),
        [],
        tag,
      );
    }
  });

  it('asks for each attribute by what it takes', () => {
    const view = fieldOf('vr-event-calendar', 'view');
    assert.deepEqual(
      [view.type, view.fallback, values(view)],
      ['choice', 'month', ['month', 'week', 'day', 'agenda', 'program']],
    );
    const limit = fieldOf('vr-event-calendar', 'limit');
    assert.deepEqual([limit.type, limit.min, limit.max, limit.fallback], ['number', 1, 200, '50']);
    const firstDay = fieldOf('vr-event-calendar', 'first-day');
    assert.deepEqual([firstDay.type, firstDay.min, firstDay.max, firstDay.fallback], ['number', 1, 7, '1']);
    assert.equal(fieldOf('vr-event-calendar', 'without-controls').type, 'switch');
    assert.equal(fieldOf('vr-event-calendar', 'date').type, 'date');
    assert.equal(fieldOf('vr-event-calendar', 'topic').type, 'text');
    assert.deepEqual(values(fieldOf('vr-event-calendar', 'kind')).slice(0, 2), ['meetup', 'camp']);
    const share = fieldOf('vr-blog-feed', 'share');
    assert.deepEqual(
      [share.type, values(share)],
      ['several', ['mail', 'copy', 'mastodon', 'linkedin', 'threema', 'print']],
    );
    assert.deepEqual(values(fieldOf('vr-blog-feed', 'images')), ['own', 'listed', 'none']);
    assert.equal(fieldOf('vr-idea-board', 'reach').type, 'several');
    assert.equal(fieldOf('vr-idea-submission', 'reach').type, 'choice');
    assert.deepEqual(values(fieldOf('vr-peer-profile', 'surface')), ['card']);
    const stages: readonly string[] = IDEA_STAGES;
    assert.ok(values(fieldOf('vr-idea-board', 'stage')).every((stage) => stages.includes(stage)));
  });

  it('brings the common settings to the front', () => {
    const fields = fieldsOf(manifest, 'vr-event-calendar');
    const firstRare = fields.findIndex(({ isCommon }) => !isCommon);
    assert.deepEqual(
      fields.slice(0, firstRare).map(({ name }) => name),
      ['view', 'kind', 'limit', 'without-controls'],
    );
    assert.ok(fields.slice(firstRare).every(({ isCommon }) => !isCommon));
  });

  it('shows an attribute that it has never heard of, with what the manifest says of it', () => {
    const union = onlyField({
      name: 'tone',
      type: { text: "'calm' | 'loud'" },
      default: "'calm'",
      description: 'Tone.',
    });
    assert.deepEqual(
      [union.type, union.label, union.help, union.fallback, values(union), union.isCommon],
      ['choice', 'tone', 'Tone.', 'calm', ['calm', 'loud'], false],
    );
    const ticked = onlyField({
      name: 'order',
      type: { text: 'string' },
      description: 'Order: `up` (first) or `down`.',
    });
    assert.deepEqual([ticked.type, values(ticked)], ['choice', ['up', 'down']]);
    const flag = onlyField({ name: 'quiet', type: { text: 'boolean' }, default: 'false', description: 'Says less.' });
    assert.deepEqual([flag.type, flag.fallback], ['switch', '']);
    const count = onlyField({ name: 'rows', type: { text: 'number' }, default: '3', description: 'Rows, 1 to 9.' });
    assert.deepEqual([count.type, count.min, count.max, count.fallback], ['number', 1, 9, '3']);
    const text = onlyField({ name: 'note', description: 'Like `href="x"`.' });
    assert.deepEqual([text.type, text.options], ['text', []]);
    const [typed] = fieldsOf(
      madeUp([{ name: 'rows', fieldName: 'rows', description: 'Rows.' }], [{ name: 'rows', type: { text: 'number' } }]),
      'vr-blog-feed',
    );
    assert.equal(typed?.type, 'number', 'the type of the property counts where the attribute names none');
    assert.deepEqual(withoutWords(madeUp([{ name: 'tone', description: '' }]), 'vr-blog-feed'), ['tone']);
  });

  it('writes down only what differs from what holds anyway, and nothing that the field could not have given', () => {
    const fields = fieldsOf(manifest, 'vr-event-calendar');
    const settings = settingsOf(fields, {
      view: 'agenda',
      limit: '50',
      'first-day': '9',
      kind: 'party',
      'without-controls': 'on',
      'heading-level': '3',
      date: 'tomorrow',
      topic: '  Klima ',
      onclick: 'alert(1)',
    });
    assert.deepEqual(settings, { view: 'agenda', 'heading-level': '3', 'without-controls': '', topic: 'Klima' });
    assert.deepEqual(settingsOf(fieldsOf(manifest, 'vr-blog-feed'), { share: 'mail copy', images: 'own' }), {
      share: 'mail copy',
    });
    assert.deepEqual(settingsOf(fieldsOf(manifest, 'vr-blog-feed'), { share: 'mail fax' }), {});
  });
});

describe('the kinds of sources of the embed builder', () => {
  it('are those that the library has adapters for, with the same data', () => {
    const library = Object.entries(ADAPTERS).map(([id, { ports }]) => [id, ports.filter((port) => port !== 'account')]);
    const builder = KINDS.map(({ id, ports }) => [id, ports]);
    assert.deepEqual(Object.fromEntries(builder), Object.fromEntries(library));
  });
});
