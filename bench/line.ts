/** One figure of the table: a ratio or a size against its bar, with the raw figures that it was made of. */
export interface Line {
  name: string;
  value: number;
  bar: string;
  unit: string;
  pass: boolean;
  raw: Record<string, number>;
}

export function atMost(name: string, value: number, bound: number, unit: string, raw: Record<string, number>): Line {
  return { name, value, bar: `≤ ${bound}`, unit, pass: value <= bound, raw };
}

export function atLeast(name: string, value: number, bound: number, unit: string, raw: Record<string, number>): Line {
  return { name, value, bar: `≥ ${bound}`, unit, pass: value >= bound, raw };
}

/** The value below which the given part of the samples lies. */
export function quantile(samples: number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
