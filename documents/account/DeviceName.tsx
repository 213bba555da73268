import { t } from '#documents/messages.ts';
import type { Locale } from '#paths';

/** The browser and system of a session, which are stored as "Firefox on Linux" or "Unknown device" (app/_http/client.ts), as a reader of this page says it. */
export function DeviceName({ device, locale }: { device: string; locale: Locale }) {
  const say = t(locale);
  if (device === 'Unknown device') return say('account.device.unknown');
  const [browser, system] = device.split(' on ', 2);
  if (!system) return <bdi>{device}</bdi>;
  return say.rich('account.device.named', { browser: <bdi key="browser">{browser}</bdi>, system: <bdi key="system">{system}</bdi> });
}
