import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { MAX_PASSKEY_ID_LENGTH } from '#model/forms/factors/remove-passkey.ts';

/** Base64url of so many characters at most. */
const bytes = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]*$/);
const id = bytes(MAX_PASSKEY_ID_LENGTH).min(1);
/** Extensions say nothing that we ask for. */
const common = { id, rawId: id, type: z.literal('public-key'), clientExtensionResults: z.unknown().transform(() => ({})) };

const made = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(2_000),
    attestationObject: bytes(6_000),
    transports: z.array(z.string().max(20)).max(8).default([]),
  }),
});

const given = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(2_000),
    authenticatorData: bytes(2_000),
    signature: bytes(2_000),
    // WebAuthn §4: 64 bytes at most.
    userHandle: bytes(86).nullish(),
  }),
});

/** The same words for whatever is wrong with an answer. */
export const refused = () => new Invalid({ form: 'passkey_refused' });

/** What a browser says of a passkey that it made. Throws Invalid for what no browser sends; nothing is decoded here. */
export function readMade(json: string): RegistrationResponseJSON & { response: { transports: string[] } } {
  return read(made, json) as RegistrationResponseJSON & { response: { transports: string[] } };
}

/** What a browser says with a passkey that it has. Throws Invalid likewise. */
export function readGiven(json: string): AuthenticationResponseJSON {
  return read(given, json) as AuthenticationResponseJSON;
}

function read(schema: z.ZodType, json: string): unknown {
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    throw refused();
  }
}
