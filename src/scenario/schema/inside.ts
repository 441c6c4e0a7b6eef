import type {Field} from './field.js';

/** The same number, refused where something does not hold of it. */
export const inside = (field: Field<number>, holds: (value: number) => boolean, expects: string): Field<number> => ({
  ...field,
  expects,
  read(value, reading) {
    const read = field.read(value, reading);
    if (read === undefined || holds(read)) return read;
    reading.problems.add('SCN014', value, expects, value.kind === 'scalar' ? value.text : null);
    return undefined;
  },
});
