import type { PeerImportMessages } from '../de/peer-import.ts';
import { en as common } from './words.ts';

const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en')} people`);
const lines = (count: number): string => (count === 1 ? '1 line' : `${count.toLocaleString('en')} lines`);

/** English for bringing people in from a file. */
export const en: PeerImportMessages = {
  ...common,
  import: {
    intro:
      'From a table (CSV), from vCards or jCard. This makes drafts that nobody sees: each person decides whether to publish their entry, correct it, or refuse it for good.',
    noOrgs: 'People of an organisation are entered only by its organisers, moderators and administrators.',
    org: 'For which organisation?',
    file: 'File',
    choose: 'Choose a file',
    other: 'Choose another file',
    accept: 'CSV, vCard (.vcf) or jCard (.json)',
    chosen: (name, size) => `${name} (${size})`,
    look: 'See the preview',
    looking: 'Reading the file. Nothing is entered yet.',
    preview: 'Preview: nothing is entered yet',
    kinds: { csv: 'table (CSV)', vcard: 'vCard', jcard: 'jCard' },
    encodings: { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252 (of older programs)' },
    understood: (kind, encoding) => `Understood as ${kind}, character set ${encoding}.`,
    garbled: 'If letters in names look wrong, save the file as UTF-8 and choose it again.',
    columns: 'Columns',
    column: 'Column of the file',
    meaning: 'Becomes',
    onlyForMail: (field) => `${field}, for the invitation only`,
    leftOut: 'is left out',
    fields: {
      displayName: 'Name',
      givenName: 'Given name',
      familyName: 'Family name',
      function: 'What somebody does at work',
      org: 'Organisation',
      unit: 'Unit',
      headline: 'In one sentence',
      bio: 'Introduction',
      expertise: 'What somebody knows',
      interests: 'What somebody wants to know',
      languages: 'Languages',
      email: 'E-mail address',
      phone: 'Phone',
      pronouns: 'Pronouns',
      key: 'Key, to find the person again',
      invite: 'Invitation',
    },
    actions: { create: 'new', update: 'is changed', same: 'unchanged', skip: 'left out' },
    counts: {
      create: (count) => `${people(count)} new`,
      update: (count) => `${people(count)} changed`,
      same: (count) => `${people(count)} unchanged`,
      skip: (count) => `${lines(count)} left out`,
    },
    rows: 'Lines',
    onlyProblems: 'Only lines with remarks',
    noProblems: 'No line has a remark.',
    line: 'Line',
    name: 'Name',
    action: 'What happens',
    hints: 'Remarks',
    noName: 'without a name',
    page: (from, to, total) => `${from} to ${to} of ${total.toLocaleString('en')}`,
    back: 'Back',
    next: 'Next',
    problems: {
      required: (field) => `${field} is missing`,
      'too-long': (field) => `${field} is too long and is cut`,
      'too-many': (field) => `${field}: too many values, the first ones are taken`,
      'not-found': (field) => `${field} is not known here and is left out`,
      format: (field) => `${field} cannot be read`,
      'no-address': () => 'has no e-mail address: no invitation is possible',
      duplicate: () => 'stands in the file already',
      'other-organisation': () => 'belongs to another organisation',
      refused: () => 'does not want to be entered',
      'from-directory': () => 'comes from a directory already',
      'unknown-organisation': () => 'This organisation is not known here, the chosen one holds',
      broken: () => 'The line is incomplete or damaged',
      'not-allowed': (field) => `${field}: not understood`,
      locked: (field) => `${field} is changed at its source`,
    },
    otherProblem: (field) => (field ? `${field}: please check` : 'please check'),
    withValue: (says, value) => `${says} (“${value}”)`,
    aField: 'A value',
    invite: 'Send everybody who is new a mail with a personal link',
    inviteHint:
      'The link opens their own draft. Without a mail the drafts wait until somebody signs in with the same address.',
    send: (count) => `Enter ${people(count)}`,
    nothing: 'There is nothing in this file that would be new or changed.',
    sending: 'Entering people. With many lines this takes a while.',
    working: 'Sending',
    cancel: 'Cancel',
    done: 'Entered',
    doneText: (create, update) =>
      `${[create > 0 ? `${people(create)} new as drafts` : '', update > 0 ? `${people(update)} changed` : ''].filter(Boolean).join(', ')}. None of it is seen until the people publish it themselves.`,
    mailed: (count) =>
      count === 0
        ? 'No mail was sent.'
        : count === 1
          ? '1 mail with a link is on its way.'
          : `${count.toLocaleString('en')} mails with a link are on their way.`,
    another: 'Another file',
    failed: (why) => `That did not work. ${why}`,
    faults: {
      required: () => 'The file is empty.',
      'too-large': () => 'The file is too large. Please split it.',
      'too-many': (limit) => `The file has too many lines. At most ${limit} are possible. Please split it.`,
      'no-name-column': () =>
        'The table has no column with names. Call a column “Name”, or two of them “Given name” and “Family name”.',
      spreadsheet: () => 'This is a workbook. Save it as CSV in your spreadsheet program and choose that file.',
      'not-allowed': () => 'This file holds neither a table nor vCards.',
      format: () => 'The file cannot be read. It may be damaged.',
    },
    inviteImpossible: 'No invitations can be sent here. Enter the people without a mail.',
    denied: 'You cannot enter anybody for this organisation.',
  },
};
