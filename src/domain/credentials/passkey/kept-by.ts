/** What keeps a passkey. */
export const KEPT_BY = ['device', 'phone', 'security_key'] as const;
export type KeptBy = (typeof KEPT_BY)[number];

/** … by the ways in which its browser can reach it (WebAuthn §5.8.4). A name that its owner wrote would let an intruder write on the account's page. */
export function keptBy(transports: readonly string[]): KeptBy {
  if (transports.some((way) => way === 'usb' || way === 'nfc' || way === 'ble' || way === 'smart-card')) return 'security_key';
  return transports.includes('hybrid') && !transports.includes('internal') ? 'phone' : 'device';
}
