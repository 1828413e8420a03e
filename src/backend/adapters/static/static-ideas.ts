import type { Idea } from '../../../model/idea.ts';
import type { CallOptions } from '../../ports.ts';
import { readIdea } from '../../read-idea.ts';
import { readEach } from '../../read-list.ts';
import type { Raw } from '../../read-shape.ts';
import { portOfWhole, wholeIdeas, type WholeIdeas } from '../../whole-ideas.ts';
import type { StaticDocument } from './static-document.ts';

/** The ideas of a file: to be read and searched. Nobody can be told to do anything, whatever the file says. */
export function createStaticIdeas(
  load: (options: CallOptions) => Promise<StaticDocument>,
  { timeZone }: { readonly timeZone: string },
): ReturnType<typeof portOfWhole> {
  const readings = new WeakMap<StaticDocument, WholeIdeas>();
  return portOfWhole(async (options) => {
    const file = await load(options);
    let reading = readings.get(file);
    if (!reading) {
      const read = (raw: Raw): Idea => {
        const { me: _, ...idea } = readIdea(raw, { timeZone, base: file.base });
        return { ...idea, can: [] };
      };
      const { items, problems } = readEach(file.ideas, read);
      readings.set(file, (reading = wholeIdeas(items, problems)));
    }
    return reading;
  });
}
