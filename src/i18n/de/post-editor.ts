import { de as forms } from './forms.ts';

/** German for writing posts and experience reports. */
export const de = {
  ...forms,
  editor: {
    newTitle: 'Erfahrungsbericht schreiben',
  },
  desk: {
    title: 'Meine Beiträge',
  },
};

/** What a dictionary of writing posts must say. */
export type PostEditorMessages = typeof de;
