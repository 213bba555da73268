import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { networkOf } from '#domain/core/network.ts';
import type { Locale } from '#paths';
import { translator } from '#ui/translator.ts';
import { clientOf } from '#app/_http/client.ts';
import { DeviceName } from './device-name.tsx';
import { NetworkName } from './network-name.tsx';

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const shown = (locale: Locale, agent: string) =>
  renderToStaticMarkup(<DeviceName device={clientOf(new Headers({ 'user-agent': agent })).device} t={translator(locale)} />).replace(/<.*?>/g, '');

test.each([
  ['en', 'Chrome on Android', 'Unknown device', 'unknown'],
  ['de', 'Chrome auf Android', 'Unbekanntes Gerät', 'unbekannt'],
  ['ar', 'Chrome على Android', 'جهاز غير معروف', 'غير معروفة'],
] as const)('in %s what is stored at sign-in reads %s', (locale, named, unknown, network) => {
  expect(shown(locale, ANDROID)).toBe(named);
  expect(shown(locale, '')).toBe(unknown);
  expect(renderToStaticMarkup(<NetworkName network={networkOf(clientOf(new Headers()).source)} t={translator(locale)} />)).toBe(network);
});

test('browser and system are isolated, so that an Arabic line keeps its order; a name of one part stays as it is', () => {
  expect(renderToStaticMarkup(<DeviceName device="Chrome on Android" t={translator('ar')} />)).toBe('<bdi>Chrome</bdi> على <bdi>Android</bdi>');
  expect(renderToStaticMarkup(<DeviceName device="Tempo <b>" t={translator('de')} />)).toBe('<bdi>Tempo &lt;b&gt;</bdi>');
});
