import { createCaldavBackend } from '../../../src/backend/adapters/icalendar/caldav-adapter.ts';
import { caldavServer, type CaldavWays } from '../adapters/icalendar/support/caldav-server.ts';
import { CONTRACT_VEVENTS } from './contract-vevents.ts';
import { runEventsPortContract } from './events-port.contract.ts';

const WAYS: readonly (readonly [string, CaldavWays])[] = [
  ['a CalDAV collection that answers questions', { query: true, propfind: true, multiget: true }],
  ['a CalDAV collection that gives its entries by name', { propfind: true, multiget: true }],
  ['a CalDAV collection whose entries are read one by one', { propfind: true }],
  ['a CalDAV collection that is a file', { file: 'plain' }],
  ['a CalDAV collection that is exported', { file: 'export' }],
];

for (const [name, ways] of WAYS)
  runEventsPortContract(name, async () => {
    const server = await caldavServer(CONTRACT_VEVENTS, ways);
    return { port: createCaldavBackend({ src: server.src }).events, close: server.close };
  });
