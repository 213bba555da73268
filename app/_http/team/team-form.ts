import type { NextRequest, NextResponse } from 'next/server';
import type { ReactElement } from 'react';
import { ConfirmPage } from '#documents/sign-in/confirm-page.tsx';
import type { DoorContext } from '#domain/core/context.ts';
import { type CandorError, Conflict, Forbidden, Invalid, isRefusal } from '#domain/core/errors.ts';
import type { Callable } from '#domain/core/verb.ts';
import { keepForm } from '#domain/kept-forms/keep-form.ts';
import type { Fields, FormValues } from '#model/forms/form.ts';
import { parseForm } from '#model/forms/parse-form.ts';
import { localeOfAccount } from '#model/account/locale-of-account.ts';
import type { TeamForm } from '#model/team/team-form.ts';
import { DEFAULT_LOCALE } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { checkOrigin } from '../check-origin.ts';
import { readBody } from '../form/read-body.ts';
import { readUpload, type UploadedFile } from '../form/read-upload.ts';
import { frameOf } from '../frame-of.ts';
import { type Opened, openRequest } from '../open-request.ts';
import { refuse, STATUS } from '../refuse.ts';
import { requestIdOf } from '../request-id.ts';
import { respond } from '../respond.ts';
import { runtime } from '../runtime.ts';
import { seeOther } from '../see-other.ts';
import { tell } from './team-read.ts';

interface TeamFormRequest {
  ctx: DoorContext;
  /** The number in the address, where the form's path has one. */
  id: number;
  /** Of a form that has a field for one, where it was chosen. */
  file: UploadedFile | null;
  /** Fields that the form has beside its own, by their names. */
  rest: ReadonlyMap<string, string>;
}

/** Where a form leads; and what a script is told instead. */
interface Done {
  to: string;
  told?: object;
  /** What is shown this one time, in the place of leading on: it is kept nowhere. */
  shown?: (frame: Frame) => ReactElement;
}

interface TeamFormOptions<F extends Fields> {
  form: TeamForm<F>;
  /** The verb that `act` calls: who may not is refused before anything is read of what was sent. */
  by: Pick<Callable<never, unknown>, 'admit'>;
  /** The page that it stands on, and is shown on again. */
  page: (id: string) => string;
  act: (request: TeamFormRequest, values: FormValues<F>) => Promise<Done>;
}

type Route = (incoming: NextRequest, params: { params: Promise<{ id?: string } | undefined> }) => Promise<NextResponse>;

/**
 * The one way in which the team writes. Without a script a POST is answered by 303: onward, or back to its page, which shows what was typed and
 * what is wrong with it, once. A script asks for JSON, and gets the same with its status: 200, or what the refusal has.
 */
export function teamForm<F extends Fields>({ form, by, page, act }: TeamFormOptions<F>): Route {
  return async (incoming, { params }) => {
    const requestId = requestIdOf(incoming.headers);
    // A route without one has no parameters at all.
    const id = (await params)?.id ?? '';
    const wantsJson = incoming.headers.get('accept') === 'application/json';
    let opened: Opened | null = null;
    let body = new URLSearchParams();
    try {
      checkOrigin(incoming, runtime().config.url);
      opened = await openRequest(incoming, requestId);
      if (opened.session?.kind !== 'live') throw new Forbidden('signed_out');
      const stale = await tooLongAgo(by.admit(opened.ctx));
      const sent =
        form.file === undefined ? { body: await readBody(incoming, form.maxBytes), file: null } : await readUpload(incoming, form.maxBytes, form.file);
      body = sent.body;
      if (stale) throw stale;
      const { own, rest } = split(form, body);
      const { values, errors } = parseForm(form, own);
      if (errors) throw new Invalid(errors);
      const { to, told = {}, shown } = await act({ ctx: opened.ctx, id: Number(id), file: sent.file, rest }, values);
      if (wantsJson) return tell({ to, ...told });
      return shown ? respond(shown(await frameOf(() => page(id), localeOfAccount(opened.session.locale)))) : seeOther(to);
    } catch (error) {
      const locale = localeOfAccount(opened?.session?.kind === 'live' ? opened.session.locale : DEFAULT_LOCALE);
      const frame = await frameOf(() => page(id), locale);
      if (isRefusal(error) && wantsJson) return tell(toldOf(error), STATUS[error.kind]);
      if (opened && error instanceof Forbidden && error.reason === 'step_up') {
        const onward = { to: incoming.nextUrl.pathname, carried: body.toString() };
        return respond(ConfirmPage({ frame, ...onward, byFactor: hasFactor(opened), half: false, errors: {} }), 403);
      }
      if (opened?.session?.kind === 'live' && (error instanceof Invalid || error instanceof Conflict)) {
        const { errors, reason } = toldOf(error);
        const more = error instanceof Conflict ? error.told : {};
        const shown = new URLSearchParams([...body, ...Object.entries(more)]).toString();
        const kept = await keepForm(opened.ctx, { form: form.name, body: shown, errors, reason }).catch(() => null);
        if (kept) return seeOther(`${page(id)}?${new URLSearchParams(kept)}`);
      }
      return refuse(error, { frame, method: 'POST', requestId });
    }
  };
}

/** The refusal that a step-up mends: what was typed goes on with it. */
async function tooLongAgo(admitted: Promise<void>): Promise<Forbidden | null> {
  try {
    await admitted;
    return null;
  } catch (error) {
    if (error instanceof Forbidden && error.reason === 'step_up') return error;
    throw error;
  }
}

/** A form's own fields, and those beside them; none of these comes twice. */
function split({ fields, rest: allowed }: TeamForm, body: URLSearchParams): { own: URLSearchParams; rest: Map<string, string> } {
  if (!allowed) return { own: body, rest: new Map() };
  const isRest = (name: string) => !Object.hasOwn(fields, name) && allowed.name.test(name);
  const entries = [...body];
  const beside = entries.filter(([name]) => isRest(name));
  const rest = new Map(beside);
  if (rest.size !== beside.length || rest.size > allowed.most) throw new Invalid({ form: 'not_a_form' });
  return { own: new URLSearchParams(entries.filter(([name]) => !isRest(name))), rest };
}

function toldOf(error: CandorError): { errors: Record<string, string>; reason: string | null } {
  return {
    ...(error instanceof Conflict ? error.told : {}),
    errors: error instanceof Invalid ? error.fields : {},
    reason: 'reason' in error ? error.reason : error.kind,
  };
}

const hasFactor = ({ ctx: { actor } }: Opened) => actor.kind === 'account' && actor.hasFactor;
