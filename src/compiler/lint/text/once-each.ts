/** A function that answers once for each object, however often it is asked. */
export function onceEach<Key extends object, Value>(answer: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const value = answer(key);
    known.set(key, value);
    return value;
  };
}
