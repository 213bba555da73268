import type { messages } from '#locales/en/messages.ts';

/** The sentences of a language, in the shape that the English files give them. */
export type Messages = typeof messages;

type KeysOf<Tree> = { [Name in keyof Tree & string]: Tree[Name] extends string ? Name : `${Name}.${KeysOf<Tree[Name]>}` }[keyof Tree & string];

/** The dotted key of a sentence: `account.title`. */
export type MessageKey = KeysOf<Messages>;
