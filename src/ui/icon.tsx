const SHAPES = {
  alert: 'M12 7.5v5.5M12 16.3v.01',
  check: 'm8 12.2 2.8 2.8L16 9.5',
  back: 'M12 8v4.2l2.6 1.6M8.2 8.6 6 9.2l-.3-2.4',
  clock: 'M12 7.5V12l3 2',
  up: 'M12 16.5v-9M8.2 11.2 12 7.5l3.8 3.7',
};

export type IconName = keyof typeof SHAPES;

/** A sign in a ring. It never stands alone: the word beside it says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d={SHAPES[name]} />
    </svg>
  );
}
