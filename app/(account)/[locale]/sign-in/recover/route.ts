import { askRecoveryForm } from '#model/forms/recovery/ask-recovery.ts';
import { askCodeRoute } from '../../../../_http/ask-code-route.ts';

export const { GET, POST } = askCodeRoute('forgotten', askRecoveryForm);
