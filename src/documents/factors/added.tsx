import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';

interface AddedProps {
  added: { addedAt: string; device: string; network: string };
  i18n: I18n;
}

/** When a factor was added, and from where. */
export function Added({ added: { addedAt, device, network }, i18n: { locale, t } }: AddedProps) {
  return t.rich('factors.added', {
    time: <Time key="time" at={addedAt} locale={locale} />,
    device: <DeviceName key="device" device={device} t={t} />,
    network: <NetworkName key="network" network={network} t={t} />,
  });
}
