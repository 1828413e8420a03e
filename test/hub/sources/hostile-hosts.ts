/** Ways to write the addresses of servers inside, as they are used to get around guards. */
export const HOSTILE_HOSTS: readonly string[] = [
  '127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '１２７.０.０.１', '127.0.0.2', '0.0.0.0', '[::1]',
  '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1]',
  '[fd00::1]', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1',
  '255.255.255.255', 'localhost', 'localhost.', '[::]',
]; // prettier-ignore
