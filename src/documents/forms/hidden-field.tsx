interface HiddenFieldProps<Name extends string> {
  form: { fields: Record<NoInfer<Name>, unknown> };
  name: Name;
  value: string;
}

/** What the page fills in. */
export function HiddenField<Name extends string>({ name, value }: HiddenFieldProps<Name>) {
  return <input type="hidden" name={name} value={value} />;
}
