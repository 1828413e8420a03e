import type { PostEditorMessages } from '../de/post-editor.ts';
import { en as forms } from './forms.ts';

/** English for writing posts and experience reports. */
export const en: PostEditorMessages = {
  ...forms,
  editor: {
    newTitle: 'Write an experience report',
  },
  desk: {
    title: 'My posts',
  },
};
