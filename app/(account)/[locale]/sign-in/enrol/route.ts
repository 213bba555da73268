import { askFirstCodeForm } from '#model/forms/recovery/ask-recovery.ts';
import { askCodeRoute } from '../../../../_http/ask-code-route.ts';

export const { GET, POST } = askCodeRoute('first', askFirstCodeForm);
