import { expect, test } from 'vitest';
import { isBelow } from './version.ts';

test.each([
  ['9.1.9', '9.2.0', true],
  ['9.2.0', '9.2.0', false],
  ['9.2', '9.2.0', false],
  ['9.10.0', '9.9.0', false],
  ['1.1.0.987', '1.1.0.988', true],
  ['9.2.0-beta', '9.2.0', true],
  ['9.3.0-beta', '9.2.0', false],
  ['9.2.0+build7', '9.2.0', false],
  ['v9.3', '9.2.0', false],
  ['unknown', '9.2.0', true],
])('%s is below %s: %s', (version, fixed, below) => {
  expect(isBelow(version, fixed)).toBe(below);
});
