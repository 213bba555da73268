import { z } from 'zod';

/** A market: a country, or a part of one, by its capital letters (ISO 3166). */
export const market = z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/, 'market_invalid');
