import { z } from 'zod';

/** An instant as a person writes it: ISO 8601, with its zone. */
export const instant = z.iso.datetime({ offset: true, error: 'instant_invalid' });
