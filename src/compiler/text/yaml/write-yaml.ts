import { stringify } from 'yaml';

/** Data as YAML that `readAs` reads as the same data: one spelling, whoever writes. */
export function writeYaml(data: object): string {
  return stringify(data, { lineWidth: 0, aliasDuplicateObjects: false });
}
