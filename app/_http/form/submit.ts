import type { NextResponse } from 'next/server';
import type { ReactElement } from 'react';
import { ConfirmPage } from '#documents/sign-in/confirm-page.tsx';
import { Forbidden, Invalid } from '#domain/core/errors.ts';
import type { Fields, Form, FormValues } from '#model/forms/form.ts';
import { isMeant } from '#model/forms/is-meant.ts';
import type { PrivateRequest } from '../private-request.ts';
import { confirmOf } from '../confirm/confirm-of.ts';
import { readBody } from './read-body.ts';
import { respond } from '../respond.ts';
import { valuesOf } from './values-of.ts';

/** A form, and what a POST of it does. */
interface Submission {
  form: Form;
  act: (body: URLSearchParams) => Promise<NextResponse>;
}

/** What `act` does with a form that was filled in rightly: it answers with a way on. */
export function on<F extends Fields>(form: Form<F>, act: (values: FormValues<F>) => Promise<NextResponse>): Submission {
  return { form, act: async (body) => act(valuesOf(form, body)) };
}

/**
 * Runs a POST to a page with these forms, told apart by their constants: what the form's `act` answers, or the same page with 422,
 * drawn by `again`, when the input was wrong. `body` is for what is shown again. Anything but Invalid is thrown on.
 */
export async function submit(
  request: PrivateRequest,
  submissions: readonly [Submission, ...Submission[]],
  again: (refusal: Invalid, body: URLSearchParams) => Promise<ReactElement> | ReactElement,
): Promise<NextResponse> {
  let body = new URLSearchParams();
  try {
    body = await readBody(request.incoming, Math.max(...submissions.map(({ form }) => form.maxBytes)));
    const meant = submissions.find(({ form }) => isMeant(form, body)) ?? submissions[0];
    return await meant.act(body);
  } catch (error) {
    if (error instanceof Forbidden && error.reason === 'step_up') return askAgain(request, submissions, body);
    if (!(error instanceof Invalid)) throw error;
    return respond(await again(error, body), 422);
  }
}

/** Who is asked once more who they are keeps what they had typed: it is sent when they have answered. A password is not carried along. */
function askAgain(request: PrivateRequest, submissions: readonly Submission[], body: URLSearchParams): Promise<NextResponse> {
  const secret = submissions.flatMap(({ form }) => Object.entries(form.fields)).filter(([, field]) => 'input' in field && field.input.type === 'password');
  for (const [name] of secret) body.delete(name);
  return respond(ConfirmPage(confirmOf(request, { to: request.frame.path, carried: body.toString() })), 403);
}
