import type { z } from 'zod';
import type { FieldErrors } from '#domain/core/errors.ts';

/** Where something that is stored is not as this build knows it: the places, below `of`, without the library's words. */
export function unknownShape(of: string, { issues }: z.ZodError): FieldErrors {
  return Object.fromEntries(issues.map(({ path }) => [[of, ...path].join('.'), 'is not of the shape that this build knows']));
}
