import { translator } from '#ui/messages.ts';
import type { Locale } from '#paths';

/** The network of a session: its digits, or the reader's word for the "unknown" that app/_http/client.ts stores. */
export function NetworkName({ network, locale }: { network: string; locale: Locale }) {
  return network === 'unknown' ? translator(locale)('account.network.unknown') : <bdi>{network}</bdi>;
}
