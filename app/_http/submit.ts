import type { NextResponse } from 'next/server';
import type { ReactElement } from 'react';
import { type FieldErrors, Invalid } from '#domain/core/errors.ts';
import { respond } from './respond.ts';
import type { PrivateRequest } from './private-request.ts';

/** More fields than any form of ours has. */
const MAX_FIELDS = 20;

/** The fields of a posted form; each once. Throws Invalid for anything that no form of ours sends. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  if (!request.headers.get('content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded')) throw new Invalid({ form: 'not_a_form' });
  const entries = [...new URLSearchParams(await request.text())];
  if (entries.length > MAX_FIELDS || new Set(entries.map(([name]) => name)).size !== entries.length) throw new Invalid({ form: 'not_a_form' });
  return Object.fromEntries(entries);
}

/** Runs a POST: what `act` answers, or the same page with 422 and its errors when the input was wrong. */
export async function submit(
  request: PrivateRequest,
  act: (form: Record<string, string>) => Promise<NextResponse>,
  again: (errors: FieldErrors, form: Record<string, string>, refusal: Invalid) => Promise<ReactElement> | ReactElement,
): Promise<NextResponse> {
  let form: Record<string, string> = {};
  try {
    form = await readForm(request.incoming);
    return await act(form);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    return respond(await again(error.fields, form, error), 422);
  }
}

/** An own field of a form, or the empty string. */
export function field(form: Record<string, string>, name: string): string {
  return Object.hasOwn(form, name) ? (form[name] as string) : '';
}
