import type { Translate } from '#ui/translate.ts';

/** The same as DeviceName and NetworkName, where a text has no elements. */
export function deviceInWords(device: string, t: Translate): string {
  if (device === 'Unknown device') return t('word.device.unknown');
  const [browser, system] = device.split(' on ', 2);
  return browser && system ? t('word.device.named', { browser, system }) : device;
}

export function networkInWords(network: string, t: Translate): string {
  return network === 'unknown' ? t('word.network.unknown') : network;
}
