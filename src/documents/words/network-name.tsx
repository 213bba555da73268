import type { Translate } from '#ui/translate.ts';

/** The network of a session: its digits, or the reader's word for the "unknown" that app/_http/client.ts stores. */
export function NetworkName({ network, t }: { network: string; t: Translate }) {
  return network === 'unknown' ? t('word.network.unknown') : <bdi>{network}</bdi>;
}
