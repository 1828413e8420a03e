import type { EventsPort, EventVocabulary } from '../../../backend/ports.ts';

const known = new WeakMap<EventsPort, Promise<EventVocabulary | undefined>>();

/** What a source says of its events, asked once; undefined where it says nothing: then nothing is promised in its name. */
export function eventVocabulary(port: EventsPort): Promise<EventVocabulary | undefined> {
  const asked = known.get(port) ?? port.vocabulary?.();
  if (!asked) return Promise.resolve(undefined);
  const answer = asked.catch(() => {
    known.delete(port);
    return undefined;
  });
  known.set(port, answer);
  return answer;
}
