/** The European Economic Area and the United Kingdom, where the GDPR or its like is law. ISO 3166. */
const EUROPEAN = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE GB'.split(' '));

/** Whether the GDPR, or what is like it in the United Kingdom, is the law of a market. */
export function isEuropean(market: string): boolean {
  return EUROPEAN.has(market.slice(0, 2));
}
