import type { Translate } from '#ui/translate.ts';

/** The browser and system of a session, which are stored as "Firefox on Linux" or "Unknown device" (app/_http/client.ts), as a reader of this page says it. */
export function DeviceName({ device, t }: { device: string; t: Translate }) {
  if (device === 'Unknown device') return t('word.device.unknown');
  const [browser, system] = device.split(' on ', 2);
  if (!system) return <bdi>{device}</bdi>;
  return t.rich('word.device.named', { browser: <bdi key="browser">{browser}</bdi>, system: <bdi key="system">{system}</bdi> });
}
