import { userInfo } from 'node:os';

/** The name of the system's user, or its number: a container may run as one that no file names. */
export function operatingUser(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.()}`;
  }
}
