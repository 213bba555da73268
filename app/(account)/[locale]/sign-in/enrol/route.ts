import { askFirstCodeForm } from '#model/forms/recovery/ask-recovery.ts';
import { askCodeRoute } from '../../../../_http/recovery/ask-code-route.ts';

const route = askCodeRoute('first', askFirstCodeForm);
export const GET = route.GET;
export const POST = route.POST;
