import { z } from 'zod';
import type { Form } from './form.ts';

/** Whether a posted body is of this form, among several of one page: it holds every constant of the form. */
export function isMeant(form: Form, body: URLSearchParams): boolean {
  return Object.entries(form.fields).every(([name, { schema }]) => !(schema instanceof z.ZodLiteral) || schema.values.has(body.get(name)));
}
