import type { FactorsView } from '#domain/credentials/factor/read-factors.ts';
import type { TotpSetupView } from '#domain/credentials/totp/read-totp-setup.ts';

const added = { addedAt: '2026-11-01T10:00:00.000Z', device: 'Firefox on Linux', network: '192.0.2.0/24' };

export const sampleFactors: FactorsView = {
  passkeys: [
    { id: 'cGFzc2tleS1vbmU', keptBy: 'device', lastUsedAt: '2026-11-20T10:00:00.000Z', ...added },
    { id: 'cGFzc2tleS10d28', keptBy: 'security_key', lastUsedAt: null, ...added },
  ],
  app: added,
  recoveryCodes: { left: 7, added },
};

export const sampleTotpSetup: TotpSetupView = {
  key: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  uri: 'otpauth://totp/Tempo:someone%40tempo.example?issuer=Tempo&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&algorithm=SHA1&digits=6&period=30',
};
