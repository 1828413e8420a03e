import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressCheck, isPublicAddress } from '../../../demo/hub/sources/address-guard.ts';

test('only addresses of public servers count as public', () => {
  const inner = [
    '127.0.0.1', '10.0.0.1', '172.16.5.4', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0',
    '198.18.0.1', '224.0.0.1', '255.255.255.255', '192.0.2.7', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1',
    '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::', '2001:db8::1', '2001:0:4136::1',
  ]; // prettier-ignore
  assert.deepEqual(inner.filter(isPublicAddress), []);
  const outer = ['93.184.215.14', '172.32.0.1', '8.8.8.8', '2a00:1450:4001::1', '2606:2800::1'];
  assert.deepEqual(outer.filter(isPublicAddress), outer);
});

test('an operator can allow single inner addresses and networks', () => {
  const isAllowed = addressCheck(['10.1.2.3', '192.168.4.0/24', 'fd00:1::/32']);
  assert.deepEqual(
    ['10.1.2.3', '10.1.2.4', '192.168.4.99', '192.168.5.1', 'fd00:1::5', 'fd00:2::5', '8.8.8.8'].map(isAllowed),
    [true, false, true, false, true, false, true],
  );
});
