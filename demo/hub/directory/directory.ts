import { foldText } from '../../../src/model/fold-text.ts';
import type { OrgRef, Topic } from '../../../src/model/common.ts';
import type { HubConfig, OrganisationConfig } from '../config/config.ts';

/** The organisations and topics of the network, as configured, found by id or by what people call them. */
export class Directory {
  readonly organisations: readonly OrganisationConfig[];
  readonly topics: readonly Topic[];
  readonly #organisationByName = new Map<string, OrganisationConfig>();
  readonly #topicByName = new Map<string, Topic>();
  readonly #narrower = new Map<string, string[]>();

  constructor(config: Pick<HubConfig, 'organisations' | 'topics'>) {
    this.organisations = config.organisations;
    this.topics = config.topics;
    for (const organisation of config.organisations) {
      this.#organisationByName.set(foldText(organisation.name), organisation);
      this.#organisationByName.set(organisation.id, organisation);
    }
    for (const topic of config.topics) {
      for (const label of [topic.label.de, topic.label.en]) this.#topicByName.set(foldText(label), topic);
      this.#topicByName.set(topic.id, topic);
      if (topic.broader) this.#narrower.set(topic.broader, [...(this.#narrower.get(topic.broader) ?? []), topic.id]);
    }
  }

  /** By id or by name, in any spelling of case and umlauts. */
  organisation(text: string): OrganisationConfig | undefined {
    return this.#organisationByName.get(text) ?? this.#organisationByName.get(foldText(text));
  }

  /** By id or by a label in either language. */
  topic(text: string): Topic | undefined {
    return this.#topicByName.get(text) ?? this.#topicByName.get(foldText(text));
  }

  orgRef(id: string): OrgRef | undefined {
    const organisation = this.organisation(id);
    return (
      organisation && {
        id: organisation.id,
        name: organisation.name,
        ...(organisation.url && { url: organisation.url }),
      }
    );
  }

  /** The key under which events of an organiser are found and counted: the configured id, else the name itself. */
  orgKey(text: string): string {
    return this.organisation(text)?.id ?? text;
  }

  topicKey(text: string): string {
    return this.topic(text)?.id ?? text;
  }

  /** The key itself and every key below it: who asks for "Herausforderungen" means all of them. */
  topicKeysWithin(text: string): readonly string[] {
    const keys = [this.topicKey(text)];
    for (let index = 0; index < keys.length; index += 1) {
      for (const narrower of this.#narrower.get(keys[index] ?? '') ?? [])
        if (!keys.includes(narrower)) keys.push(narrower);
    }
    return keys;
  }

  /** A topic to show for a key; a word outside of the scheme stands for itself. */
  topicOf(key: string): Topic {
    return this.#topicByName.get(key) ?? { id: key, label: { de: key, en: key } };
  }
}
