import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** Of `PublicKeyCredentialCreationOptionsJSON` what it reads. */
interface Wanted {
  rp: { id?: string };
  user: { id: string };
  challenge: string;
}

/** What a test has it say otherwise than it should. */
interface Lie {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Nobody was asked for a finger or a PIN. */
  unverified?: boolean;
  /** Of signatures. */
  counter?: number;
  userHandle?: string;
  /** An attestation statement that nobody asked for. */
  attestation?: { fmt: string; statement: Map<string, unknown> };
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString('base64url');

/** A passkey on P-256, as a browser and its authenticator would make and use one; WebAuthn §6.1 and §6.5. */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  readonly transports: string[];
  readonly #origin: string;
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  #userHandle = '';
  #rpId = '';
  #counter = 0;

  constructor(origin: string, transports: string[] = ['internal', 'hybrid']) {
    this.#origin = origin;
    this.transports = transports;
  }

  /** The answer of `navigator.credentials.create`, as JSON. */
  create({ rp, user, challenge }: Wanted, lie: Lie = {}): string {
    this.#rpId = rp.id ?? '';
    this.#userHandle = user.id;
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), uint(id.length, 2), id, isoCBOR.encode(this.#coseKey())]);
    const { fmt, statement } = lie.attestation ?? { fmt: 'none', statement: new Map<string, unknown>() };
    const object = new Map<string, unknown>([
      ['fmt', fmt],
      ['attStmt', statement],
      ['authData', new Uint8Array(Buffer.concat([this.#authData(lie, 0x40), attested]))],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', challenge, lie),
      attestationObject: base64url(isoCBOR.encode(object as never)),
      transports: this.transports,
    });
  }

  /** What a site keeps of it; COSE. */
  get publicKey(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(isoCBOR.encode(this.#coseKey()));
  }

  /** The answer of `navigator.credentials.get`, as JSON. */
  get({ challenge }: Pick<Wanted, 'challenge'>, lie: Lie = {}): string {
    this.#counter = lie.counter ?? this.#counter;
    const authenticatorData = this.#authData(lie, 0);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, lie);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const signature = createSign('sha256').update(signed).sign(this.#key.privateKey);
    const userHandle = lie.userHandle ?? this.#userHandle;
    return this.#answer({ clientDataJSON, authenticatorData: base64url(authenticatorData), signature: base64url(signature), userHandle });
  }

  #answer(response: Record<string, unknown>): string {
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {}, authenticatorAttachment: 'platform', response });
  }

  #clientData(type: string, challenge: string, lie: Lie): string {
    return base64url(Buffer.from(JSON.stringify({ type, challenge: lie.challenge ?? challenge, origin: lie.origin ?? this.#origin, crossOrigin: false })));
  }

  /** Present, and verified unless it lies. */
  #authData(lie: Lie, flags: number): Buffer {
    return Buffer.concat([sha256(lie.rpId ?? this.#rpId), Buffer.from([flags | 0x01 | (lie.unverified ? 0 : 0x04)]), uint(lie.counter ?? this.#counter, 4)]);
  }

  /** ES256, RFC 9053 §2.1 and §7.1. */
  #coseKey() {
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    return new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
  }
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
