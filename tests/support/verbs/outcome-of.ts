/** How a call of a verb ended: `done`, or the most telling word of its refusal: a reason, what is wrong with a field, or its kind. */
export function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: { kind?: string; reason?: string; fields?: Record<string, string> }) => {
      if (error.kind === undefined) throw error;
      return error.reason ?? Object.values(error.fields ?? {})[0] ?? error.kind;
    },
  );
}
